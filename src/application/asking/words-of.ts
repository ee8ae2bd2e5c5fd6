/** The words of a search: runs of letters, marks and digits; everything between them separates. */
export function wordsOf(q: string | null): readonly string[] {
  return q?.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
