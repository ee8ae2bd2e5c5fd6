import { padStart } from './fit.js';
import { signed } from './signed.js';

export interface ChartOptions {
  /** From −1 to +1, one for each column; null where there is none. */
  readonly scores: readonly (number | null)[];
  readonly rows: number;
  /** Where bands meet: drawn as dotted lines. */
  readonly borders: readonly number[];
  readonly paint: (text: string, score: number | null) => string;
}

const gutter = 6;
const halves = { upper: '▀', lower: '▄' } as const;

/** Scores over time as a line of half blocks, so that every row of the terminal shows two levels. */
export function stepChart(options: ChartOptions): readonly string[] {
  return Array.from({ length: options.rows }, (_, row) => chartRow(options, row));
}

function chartRow({ scores, rows, borders, paint }: ChartOptions, row: number): string {
  const border = borders.find((value) => rowOf(value, rows) === row);
  const edge = row === 0 ? 1 : row === rows - 1 ? -1 : border;
  const label = padStart(edge === undefined ? '' : signed(edge), gutter);
  const cells = scores.map((score) => {
    const shown = score !== null && rowOf(score, rows) === row;
    if (shown) return paint(halves[halfOf(score, rows)], score);
    return border === undefined ? ' ' : paint('╌', null);
  });
  return `${label} ${edge === undefined ? '│' : '┤'}${cells.join('')}`.trimEnd();
}

function levelOf(score: number, rows: number): number {
  return Math.min(Math.floor(((1 - score) / 2) * rows * 2), rows * 2 - 1);
}

function rowOf(score: number, rows: number): number {
  return Math.floor(levelOf(score, rows) / 2);
}

function halfOf(score: number, rows: number): keyof typeof halves {
  return levelOf(score, rows) % 2 === 0 ? 'upper' : 'lower';
}
