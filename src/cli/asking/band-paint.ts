import type { Band } from '../../domain/issues/issue-content.js';
import type { Paint } from '../terminal/table.js';
import type { Colors } from '../terminal/terminal.js';

/** One colour for each band, cold at −1 and warm at +1, so that charts and tables speak of the same thing. */
export function bandPaint(bands: readonly Band[], colors: Colors): (label: string | null) => Paint {
  return (label) => {
    const index = bands.findIndex((band) => band.label === label);
    if (index === -1) return colors.dim;
    if (index === 0) return colors.blue;
    return index === bands.length - 1 ? colors.red : colors.yellow;
  };
}

/** The band of a score: [from, to), the last one closed at both ends. */
export function bandOf(bands: readonly Band[], score: number | null): string | null {
  if (score === null) return null;
  return (bands.find(({ to }) => score < to) ?? bands.at(-1))?.label ?? null;
}
