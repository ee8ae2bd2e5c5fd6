const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const invisible = /^[\p{Mark}\p{Cc}\p{Cf}]+$/u;
const eastAsian =
  '\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3' +
  '\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6';
const wide = new RegExp(`\\p{Emoji_Presentation}|\\ufe0f|[${eastAsian}\\u{20000}-\\u{3fffd}]`, 'u');

/** How many columns a terminal gives to a text: East Asian characters and emoji take two, combining marks none. */
export function textWidth(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : charactersOf(text).reduce((sum, each) => sum + characterWidth(each), 0);
}

/** The characters as a reader sees them, marks with their letters. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

export function characterWidth(character: string): number {
  if (invisible.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
