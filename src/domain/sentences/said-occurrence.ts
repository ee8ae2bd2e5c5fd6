import { formatInstant } from '../time/instant.js';
import { parseTime } from '../time/time.js';
import { dateSaid, monthSaid } from './said-date.js';

const shape = /^(\d{4})(?:-(\d\d)(?:-\d\d)?)?([?~%]?)$/;
const marks: Readonly<Record<string, string>> = { '?': 'possibly ', '~': 'about ', '%': 'possibly about ' };

/** When an act occurred, as precisely as it is known, an instant by its UTC day; the year where it is not `year`. */
export function occurrenceSaid(occurred: string, year: string | null): string {
  const { precision, start } = parseTime(occurred, '');
  if (precision === 'instant') return dateSaid(formatInstant(start), year);
  return occurred
    .split('/')
    .map((date) => reducedSaid(date, year))
    .join(' to ');
}

function reducedSaid(date: string, year: string | null): string {
  const [, its = '', month, mark = ''] = shape.exec(date) ?? [];
  return `${marks[mark] ?? ''}${withoutMark(date.slice(0, 10), { its, month, year })}`;
}

interface Parts {
  readonly its: string;
  readonly month: string | undefined;
  readonly year: string | null;
}

function withoutMark(date: string, { its, month, year }: Parts): string {
  if (month === undefined) return its;
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return dateSaid(date, year);
  return its === year ? monthSaid(month) : `${monthSaid(month)} ${its}`;
}
