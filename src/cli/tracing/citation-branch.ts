import type { PassageView, TracedCitationView, TracedSourceView } from '../../application/tracing/views.js';
import { plain } from '../terminal/plain.js';
import { shortTime } from '../terminal/short-time.js';
import type { Branch } from '../terminal/tree.js';

const hashShown = 12;

/** A quote in its surroundings, and the source that it stands in. A digest's words are its author's own. */
export function citationBranch(citation: TracedCitationView, source: TracedSourceView | undefined): Branch {
  const { exact, start, end, counts, passage } = citation;
  const quote = source?.['kind'] === 'digest' ? `[digest] ${plain(exact)}` : `“${plain(exact)}”`;
  const without = counts ? '' : ' [does not count]';
  return {
    text: `${quote} at ${start}–${end}${without}`,
    branches: [{ text: passageText(passage) }, ...(source ? [sourceBranch(source)] : [])],
  };
}

function passageText(passage: PassageView): string {
  if (passage.state === 'present') return passage.matches ? surroundings(passage) : changed(passage);
  if (passage.state !== 'erased') return `the text is ${passage.state}`;
  const { erasure } = passage;
  if (!erasure) return 'the text was erased';
  const { recorder, recordedAt, reason, sequence } = erasure;
  const who = `erased by ${plain(recorder)}, ${shortTime(recordedAt)}, event ${sequence}`;
  return `the text was ${who}: ${plain(reason ?? '')}`;
}

function surroundings({ from, before, exact, after }: PassageView & { readonly state: 'present' }): string {
  return `${from > 0 ? '… ' : ''}${plain(`${before}[${exact}]${after}`)} …`;
}

function changed({ exact }: PassageView & { readonly state: 'present' }): string {
  return `NOT THE QUOTE: the text has “${plain(exact)}” there`;
}

function sourceBranch({ id, versions, retraction, ...source }: TracedSourceView): Branch {
  const field = (name: string): string => plain(String(source[name]));
  const what = `${field('title')}, ${field('publisher')}, ${field('published')}`;
  const hash = field('sha256').slice(0, hashShown);
  const text = `source ${id} · ${what} · grade ${field('reliability')} · SHA-256 ${hash}…`;
  const events = versions.map(({ log, reason }) => ({
    text:
      `event ${log.sequence} ${log.type} by ${plain(log.recorder)}, ${shortTime(log.recordedAt)}` +
      (reason === null ? '' : `: ${plain(reason)}`),
  }));
  return { text: retraction ? `[retracted] ${text}` : text, branches: events };
}
