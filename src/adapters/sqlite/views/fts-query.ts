/** Every word must occur, at least as the beginning of one; whatever else the reader typed has no meaning here. */
export function ftsQueryOf(words: readonly string[]): string {
  return words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' AND ');
}
