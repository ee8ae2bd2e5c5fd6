import { Refusal } from '../shared/refusal.js';
import { lenientSearch } from './lenient-search.js';
import { occurrences } from './occurrences.js';
import type { Quote } from './quote.js';
import { hasLoneSurrogates, type SourceText } from './source-text.js';

const suggestionsMax = 3;

/** Where a quote stands in its source, in code points, `end` exclusive. */
export interface QuotePlace {
  readonly start: number;
  readonly end: number;
}

/** A quote that is claimed to be in a source, and the pointer to it in the recorder's input. */
interface Claim {
  readonly source: SourceText;
  readonly quote: Quote;
  readonly pointer: string;
}

/**
 * Verifies a quote, to the code point, in its source. With `start` and `end` it must stand there, between its prefix
 * and suffix if it has them; otherwise it must occur exactly once (overlaps count) between them. `pointer` is that of
 * the citation. Refuses with `quote-not-found` or `quote-ambiguous`, up to 3 suggestions in the complaint, and with
 * `invalid` an empty quote and one of start and end alone.
 */
export function locateQuote(source: SourceText, quote: Quote, pointer: string): QuotePlace {
  const { exact, start, end } = quote;
  const claim = { source, quote, pointer };
  if (exact === '') throw invalid(`${pointer}/exact`, 'A quote has at least one character.');
  if (typeof start === 'number' && typeof end === 'number') return verifyAt(claim, { start, end });
  if (typeof start === 'number') throw invalid(`${pointer}/end`, 'Start and end go together: end is missing.');
  if (typeof end === 'number') throw invalid(`${pointer}/start`, 'Start and end go together: start is missing.');
  return findOnce(claim);
}

function verifyAt(claim: Claim, place: QuotePlace): QuotePlace {
  const { start, end } = place;
  if (claim.source.slice(start, end) === claim.quote.exact && adjoins(claim, place)) return place;
  throw notFound(claim, `The source has something else from ${start} to ${end}.`);
}

function adjoins({ source, quote }: Claim, { start, end }: QuotePlace): boolean {
  const { prefix, suffix } = quote;
  const before = source.slice(0, start) ?? '';
  const after = source.slice(end, source.length) ?? '';
  return before.endsWith(prefix ?? '') && after.startsWith(suffix ?? '') && isWhole(prefix) && isWhole(suffix);
}

function findOnce(claim: Claim): QuotePlace {
  const places = firstPlaces(claim);
  const [place, another] = places;
  if (place && another) throw ambiguous(claim, places);
  if (!place) throw notFound(claim, 'The source has no such passage.');
  return place;
}

function firstPlaces({ source, quote: { exact, prefix, suffix } }: Claim): readonly QuotePlace[] {
  if (![exact, prefix, suffix].every(isWhole)) return [];
  const places: QuotePlace[] = [];
  const before = (prefix ?? '').length;
  for (const at of occurrences(source.text, (prefix ?? '') + exact + (suffix ?? ''))) {
    const start = source.codePointsUntil(at + before);
    places.push({ start, end: source.codePointsUntil(at + before + exact.length) });
    if (places.length === suggestionsMax) break;
  }
  return places;
}

// Half of a surrogate pair would otherwise match in the middle of a character.
function isWhole(part: string | null | undefined): boolean {
  return !part || !hasLoneSurrogates(part);
}

function invalid(pointer: string, detail: string): Refusal {
  return new Refusal('invalid', 'The citation is not complete.', [{ pointer, detail }]);
}

function notFound({ source, quote, pointer }: Claim, detail: string): Refusal {
  const complaint = { pointer: `${pointer}/exact`, detail, suggestions: lenientSearch(source, quote) };
  return new Refusal('quote-not-found', 'The quote is not in the source, character by character.', [complaint]);
}

function ambiguous({ quote: { exact }, pointer }: Claim, places: readonly QuotePlace[]): Refusal {
  const complaint = {
    pointer: `${pointer}/exact`,
    detail: 'The source has it more than once; a longer prefix or suffix, or start and end, tells which is meant.',
    suggestions: places.map((place) => ({ ...place, exact })),
  };
  return new Refusal('quote-ambiguous', 'The quote is in the source more than once.', [complaint]);
}
