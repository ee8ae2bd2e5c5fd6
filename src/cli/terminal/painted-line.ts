import { cut } from './fit.js';
import type { Cell } from './table.js';
import { textWidth } from './text-width.js';

/** Texts in a row, cut to so many columns together, and painted after that. */
export function paintedLine(cells: readonly Cell[], width: number): string {
  let room = width;
  const painted = cells.map((cell) => {
    const { text, paint } = typeof cell === 'string' ? { text: cell, paint: asItIs } : cell;
    const fitting = room < 1 ? '' : cut(text, room);
    room -= textWidth(fitting);
    return fitting === '' ? '' : paint(fitting);
  });
  return painted.join('').trimEnd();
}

function asItIs(text: string): string {
  return text;
}
