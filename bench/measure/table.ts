import type { RowResult, Target } from './result.js';

const headings = ['row', 'job', 'ours', 'baseline', 'unit', 'reached', 'range', 'target', ''] as const;

/** The results as a table for people. */
export function tableOf(results: readonly RowResult[]): string {
  const rows = [[...headings], ...results.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ');
  const notes = results.flatMap(({ row, notes: said }) => said.map((text) => `${String(row)}: ${text}`));
  return [...rows.map((row) => line(row).trimEnd()), '', ...notes].join('\n');
}

function cellsOf(result: RowResult): string[] {
  const { row, job, ours, baseline, unit, reached, range, target, isReached } = result;
  const figures = [figure(ours), baseline === null ? '–' : figure(baseline), unit];
  const comparison = [figure(reached), `${figure(range[0])} … ${figure(range[1])}`, targetText(target)];
  return [String(row), job, ...figures, ...comparison, verdict(isReached)];
}

function verdict(isReached: boolean | null): string {
  if (isReached === null) return '';
  return isReached ? 'yes' : 'NO';
}

function targetText(target: Target | null): string {
  if (target === null) return '–';
  const { bound, value } = target;
  return `${bound === 'at least' ? '≥' : '≤'} ${String(value)}`;
}

function figure(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
