import { cut, padEnd, padStart } from './fit.js';
import { textWidth } from './text-width.js';

export type Paint = (text: string) => string;

/** One field of a table; painted after it was measured. */
export type Cell = string | { readonly text: string; readonly paint: Paint };

export interface Column {
  readonly title: string;
  readonly align?: 'right';
}

export interface TableStyle {
  readonly title: Paint;
  /** The columns of the terminal: the last column is cut to fit them. */
  readonly width: number;
}

const gap = '  ';
const leastWidth = 12;

/** Rows under their titles, each column as wide as its widest field. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  style: TableStyle,
): readonly string[] {
  const widths = fitted(naturalWidths(columns, rows), style.width);
  const line = (cells: readonly Cell[]): string =>
    columns
      .map((column, index) => field(cells[index] ?? '', column, widths[index] ?? 0))
      .join(gap)
      .trimEnd();
  const titles = columns.map(({ title }) => ({ text: title, paint: style.title }));
  const head = columns.some(({ title }) => title !== '') ? [line(titles)] : [];
  return [...head, ...rows.map(line)];
}

function naturalWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly number[] {
  return columns.map(({ title }, index) =>
    rows.reduce((width, row) => Math.max(width, textWidth(textOf(row[index] ?? ''))), textWidth(title)),
  );
}

function fitted(widths: readonly number[], available: number): readonly number[] {
  const last = widths.at(-1) ?? 0;
  const others = widths.slice(0, -1).reduce((sum, width) => sum + width + gap.length, 0);
  return [...widths.slice(0, -1), Math.min(last, Math.max(leastWidth, available - others))];
}

function field(cell: Cell, { align }: Column, width: number): string {
  const text = cut(textOf(cell), width);
  const padded = align === 'right' ? padStart(text, width) : padEnd(text, width);
  return typeof cell === 'string' || text === '' ? padded : padded.replace(text, () => cell.paint(text));
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
