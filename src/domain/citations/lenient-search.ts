import type { QuoteSuggestion } from '../shared/refusal.js';
import { fold } from './fold.js';
import type { FoldedText } from './folded-text.js';
import { occurrences } from './occurrences.js';
import type { Quote } from './quote.js';
import type { SourceText } from './source-text.js';

const suggestionsMax = 3;

/** A stretch of the source in code units, `to` exclusive. */
interface Passage {
  readonly from: number;
  readonly to: number;
}

/** What to look for, and which stretch of it is the quote: the rest is its prefix and suffix. */
interface Needle {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The first passages, at most 3, that differ from the quote in no more than quotation marks, spaces, dashes,
 * normalisation and invisible characters; in case too where there are no others. Those with the quote's prefix and
 * suffix are preferred. Each is the source's own text at its offsets. Linear in the length of the source.
 */
export function lenientSearch(source: SourceText, quote: Quote): readonly QuoteSuggestion[] {
  const folded = fold(source.text);
  const alone = needleOf({ exact: quote.exact });
  for (const needle of quote.prefix || quote.suffix ? [needleOf(quote), alone] : [alone]) {
    const passages = find(folded, needle);
    if (passages.length > 0) return passages.map((passage) => suggestion(source, passage));
  }
  return find(caseless(folded), caseless(alone)).map((passage) => suggestion(source, passage));
}

function needleOf({ prefix, exact, suffix }: Quote): Needle {
  const before = (prefix ?? '').length;
  const { text, starts, ends } = fold((prefix ?? '') + exact + (suffix ?? ''));
  const from = starts.findIndex((start, at) => start >= before && text[at] !== ' ');
  const to = ends.findLastIndex((end, at) => end <= before + exact.length && text[at] !== ' ') + 1;
  const trimmed = text.length - text.trimStart().length;
  return from < to ? { text: text.trim(), from: from - trimmed, to: to - trimmed } : { text: '', from: 0, to: 0 };
}

/** The first passages that are the quote in some occurrence of the needle. */
function find(folded: FoldedText, needle: Needle): readonly Passage[] {
  const passages: Passage[] = [];
  for (const at of occurrences(folded.text, needle.text)) {
    const passage = passageOf(folded, at + needle.from, at + needle.to);
    if (passage) passages.push(passage);
    if (passages.length === suggestionsMax) break;
  }
  return passages;
}

/** Undefined where the stretch would part a character from its marks, or take half of what was one character. */
function passageOf({ starts, ends }: FoldedText, first: number, after: number): Passage | undefined {
  const from = starts[first];
  const to = ends[after - 1];
  if (from === undefined || to === undefined) return undefined;
  return from === starts[first - 1] || starts[after - 1] === starts[after] ? undefined : { from, to };
}

// On NFD this keeps the length, so that the way back still holds: İ, the one letter that grows, is two there.
function caseless<T extends { readonly text: string }>(searchable: T): T {
  return { ...searchable, text: searchable.text.toLowerCase().replaceAll('ς', 'σ') };
}

function suggestion(source: SourceText, { from, to }: Passage): QuoteSuggestion {
  const start = source.codePointsUntil(from);
  const end = source.codePointsUntil(to);
  return { start, end, exact: source.text.slice(from, to) };
}
