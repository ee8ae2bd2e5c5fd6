import type { SourceText } from './source-text.js';

/** A quote where it stands, with what surrounds it; offsets in Unicode code points, `end` exclusive. */
export interface Passage {
  /** Whether the text has the quote there, to the code point. */
  readonly matches: boolean;
  /** Where `before` begins and `after` ends. */
  readonly from: number;
  readonly to: number;
  readonly before: string;
  /** What the text has from `start` to `end`. */
  readonly exact: string;
  readonly after: string;
}

interface Quoted {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

/** Looks the quote up in its text, with up to `around` code points before and after it. */
export function passageOf(text: SourceText, { exact, start, end }: Quoted, around: number): Passage {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const found = text.slice(start, end) ?? '';
  const [before, after] = [text.slice(from, start) ?? '', text.slice(end, to) ?? ''];
  return { matches: found === exact, from, to, before, exact: found, after };
}
