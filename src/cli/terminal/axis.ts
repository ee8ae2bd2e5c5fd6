import type { Band } from '../../domain/issues/issue-content.js';
import { centre, cut } from './fit.js';
import { signed } from './signed.js';
import { textWidth } from './text-width.js';

export interface AxisOptions {
  readonly bands: readonly Band[];
  readonly score: number | null;
  /** In columns, ends included. */
  readonly width: number;
}

/** The axis from −1 to +1 with a mark at the score, and below it the names of the bands. */
export function axis({ bands, score, width }: AxisOptions): readonly [string, string] {
  const line = Array<string>(width).fill('─');
  for (const { from } of bands.slice(1)) line[column(from, width)] = '┴';
  line[0] = '├';
  line[width - 1] = '┤';
  if (score !== null) line[column(score, width)] = '●';
  return [`${signed(-1)} ${line.join('')} ${signed(1)}`, ' '.repeat(textWidth(signed(-1)) + 1) + names(bands, width)];
}

function names(bands: readonly Band[], width: number): string {
  const each = bands.map(({ label, from, to }) => {
    const room = column(to, width) - column(from, width);
    return centre(cut(label, room - 1), room);
  });
  return each.join('').trimEnd();
}

function column(value: number, width: number): number {
  return Math.round(((value + 1) / 2) * (width - 1));
}
