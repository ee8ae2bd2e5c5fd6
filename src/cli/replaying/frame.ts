import type { ReplayBy } from '../../application/replaying/replay-by.js';
import { paintedLine } from '../terminal/painted-line.js';
import { shortTime } from '../terminal/short-time.js';
import type { Cell } from '../terminal/table.js';
import type { Colors } from '../terminal/terminal.js';
import type { Board } from './board.js';
import { boardTable, type Size } from './board-table.js';
import { eventLine } from './event-line.js';
import type { Play } from './play.js';
import { spokenSpeed } from './speed-option.js';

export interface Shown {
  readonly by: ReplayBy;
  readonly board: Board;
  readonly play: Play;
  /** Where the clock stands; null before the first event. */
  readonly clock: string | null;
  /** When the next event comes; null where that is not known. */
  readonly next: string | null;
  /** Instead of when the next event comes. */
  readonly notice: string | null;
}

const said: Readonly<Record<ReplayBy, string>> = {
  valid: 'as it happened',
  known: 'as it was recorded',
  published: 'as it was published',
};
const keys = 'space pause · s step · + faster · − slower · q leave';
/** Lines that are no rows of the table. */
const around = 7;

/** The picture of a replay: exactly as high as is said at most, no line wider. */
export function frame(shown: Shown, { width, height }: Size, colors: Colors): readonly string[] {
  const rows = boardTable(shown.board, { width, height: Math.max(1, height - around) }, colors);
  const { latest } = shown.board;
  const lines: readonly (readonly Cell[])[] = [
    [{ text: headline(shown), paint: colors.bold }],
    [],
    ...rows,
    [],
    [latest === null ? '' : eventLine(latest)],
    [{ text: nextLine(shown), paint: colors.dim }],
    [{ text: keys, paint: colors.dim }],
  ];
  return lines.slice(0, height).map((cells) => paintedLine(cells, width));
}

function headline({ by, board, play, clock }: Shown): string {
  const when = clock === null ? 'waiting for the first event' : shortTime(clock);
  const events = `${board.events} event${board.events === 1 ? '' : 's'}`;
  const pace = play.isPaused ? 'paused' : spokenSpeed(play.speed);
  return [when, said[by], events, pace].join(' · ');
}

function nextLine({ notice, next }: Shown): string {
  return notice ?? (next === null ? '' : `next ${shortTime(next)}`);
}
