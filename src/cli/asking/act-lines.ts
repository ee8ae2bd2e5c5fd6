import type { ActView, OpenActView } from '../../application/asking/views.js';
import { plain } from '../terminal/plain.js';
import { signed } from '../terminal/signed.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { wrap } from '../terminal/wrap.js';
import type { ShownQuote } from './shown-quote.js';

const indent = '            ';
const widthMax = 116;

/** An act of any list; what is told of open matters only may be there. */
type ShownAct = ActView & Partial<OpenActView>;

/** Acts as a table; below each its quote, and what to call it by. */
export function actLines(
  acts: readonly ShownAct[],
  quotes: readonly (ShownQuote | null)[],
  out: Terminal,
): readonly string[] {
  if (acts.length === 0) return ['No acts.'];
  const rows = acts.map((act) => [act.occurred, act.party, act.kind, leaningsOf(act), summaryOf(act)]);
  const columns = ['occurred', 'party', 'kind', 'leans', 'summary'].map((title) => ({ title }));
  const [titles = '', ...lines] = table(columns, rows, { title: out.colors.dim, width: out.width });
  return [titles, ...lines.flatMap((line, index) => [line, ...below(acts[index], quotes[index] ?? null, out)])];
}

function below(act: ActView | undefined, quote: ShownQuote | null, out: Terminal): readonly string[] {
  if (!act) return [];
  const width = Math.min(out.width, widthMax) - indent.length;
  const text = quote === null ? [] : wrap(quote.text, width).map((line) => indent + line);
  return [...text, out.colors.dim(`${indent}${quote === null ? '' : `${quote.source} · `}act ${act.id}`)];
}

function leaningsOf({ leanings }: ActView): string {
  const [first, ...others] = leanings;
  if (!first) return '–';
  return `${first.issue} ${signed(first.value)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

function summaryOf({ summary, state, hasEffect, speaker, overdue }: ShownAct): string {
  const said = speaker === null ? plain(summary) : `${plain(summary)} (${speaker})`;
  if (overdue) return `[overdue] ${said}`;
  if (state === 'retracted') return `[retracted] ${said}`;
  return hasEffect ? said : `[without effect] ${said}`;
}
