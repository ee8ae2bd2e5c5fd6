import type { Band } from '../issues/issue-content.js';

/** The band [from, to) that a score lies in, the last one closed at both ends; null outside of all. */
export function bandOf(score: number, bands: readonly Band[]): Band | null {
  const found = bands.find(({ from, to }) => from <= score && score < to);
  const last = bands.at(-1);
  return found ?? (last && last.from <= score && score <= last.to ? last : null);
}
