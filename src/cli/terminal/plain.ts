// eslint's no-control-regex wants them spelt out: Cc, and the marks that reorder what follows them.
const unsafe = /[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}]+/gu;

/** A text of others, safe to print on one line: no escape sequence, line break or reordering mark gets through. */
export function plain(text: string): string {
  return text.replace(unsafe, ' ').trim();
}
