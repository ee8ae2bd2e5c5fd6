import type { Span } from '../asking/sampled-scores.js';

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The names of months below a chart, each where it begins; January as its year; those without room left out. */
export function monthLine({ from, to }: Span, columns: number): string {
  const line = Array<string>(columns).fill(' ');
  const first = new Date(from);
  let free = 0;
  for (let month = first.getUTCMonth() + 1; ; month++) {
    const start = Date.UTC(first.getUTCFullYear(), month);
    const name = nameOf(new Date(start));
    const column = Math.round(((start - from) / (to - from)) * columns);
    if (start >= to || column + name.length > columns) break;
    if (column < free) continue;
    line.splice(column, name.length, ...name);
    free = column + name.length + 1;
  }
  return line.join('').trimEnd();
}

function nameOf(date: Date): string {
  const month = names[date.getUTCMonth()] ?? '';
  return month === 'Jan' ? String(date.getUTCFullYear()) : month;
}
