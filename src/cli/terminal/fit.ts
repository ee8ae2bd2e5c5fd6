import { characterWidth, charactersOf, textWidth } from './text-width.js';

/** Cuts a text to so many columns, with an ellipsis where something is missing. */
export function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of charactersOf(text)) {
    used += characterWidth(character);
    if (used > width) break;
    kept += character;
  }
  return width < 1 ? '' : `${kept.trimEnd()}…`;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}

/** The text in the middle of so many columns. */
export function centre(text: string, width: number): string {
  return padEnd(' '.repeat(Math.max(0, Math.floor((width - textWidth(text)) / 2))) + text, width);
}
