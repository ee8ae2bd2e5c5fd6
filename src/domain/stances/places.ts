import type { Cell } from './cell.js';
import type { Columns } from './columns.js';
import type { Course } from './course.js';
import type { StoredWithdrawal, WithdrawableAct } from './withdrawable-act.js';
import type { Withdrawals } from './withdrawals.js';

/** Takes places from `first` on, as long as they are not beyond `bound`, which may come nearer on the way. */
export interface PlaceTaker {
  readonly first: number;
  readonly bound: number;
  /** The same place may come many times, in any order. */
  take(place: number): void;
}

/**
 * Offers every place of a course at which the acts in force in a cell or their standings may change; some where nothing
 * does. Whoever looks at the stance between two such places finds what it was at the first.
 */
export function offerPlaces(
  evidence: { cell: Cell; withdrawals: Withdrawals },
  course: Course,
  taker: PlaceTaker,
): void {
  const { cell, withdrawals } = evidence;
  if (course.validAt === null) offerBeginnings(cell, course, taker);
  if (course.sequence === null) offerFirstKnown(cell, course, taker);
  const exceptions = cell.exceptions(withdrawals);
  for (const [at, act] of exceptions.acts.entries()) {
    offerEnd(cell.columns, exceptions.rowAt(at), { course, taker });
    if (act !== null) offerWithdrawals(act, course, taker);
  }
}

interface Offering {
  readonly course: Course;
  readonly taker: PlaceTaker;
}

function offerEnd({ end, to }: Columns, row: number, { course, taker }: Offering): void {
  if (course.validAt === null) offer(end[row] ?? 0, taker);
  if (course.sequence === null) offer(to[row] ?? 0, taker);
}

function offer(place: number, taker: PlaceTaker): void {
  if (place >= taker.first && place <= taker.bound) taker.take(place);
}

/** Rows lie in the order in which their acts begin. */
function offerBeginnings(cell: Cell, { sequence }: Course, taker: PlaceTaker): void {
  const { columns } = cell;
  for (let row = cell.firstAfter(taker.first - 1); row < cell.length; row++) {
    const effective = columns.effective[row] ?? 0;
    if (effective > taker.bound) return;
    if (sequence === null || columns.isVisible(row, sequence)) taker.take(effective);
  }
}

function offerFirstKnown(cell: Cell, { validAt }: Course, taker: PlaceTaker): void {
  const { from } = cell.columns;
  const stop = validAt === null ? cell.length : cell.firstAfter(validAt);
  for (let row = 0; row < stop; row++) offer(from[row] ?? 0, taker);
}

/** Those that name the act, and those that name these. */
function offerWithdrawals(act: WithdrawableAct, course: Course, taker: PlaceTaker): void {
  const reached = [act];
  for (const { namedBy } of reached) {
    for (const row of namedBy) offerWithdrawal(row, course, taker);
    reached.push(...namedBy.map(({ withdrawal }) => withdrawal));
  }
}

function offerWithdrawal({ from, to, effective, end }: StoredWithdrawal, course: Course, taker: PlaceTaker): void {
  for (const place of course.validAt === null ? [effective, end] : []) offer(place, taker);
  for (const place of course.sequence === null ? [from, to] : []) offer(place, taker);
}
