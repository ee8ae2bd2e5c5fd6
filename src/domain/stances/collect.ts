import type { Cell } from './cell.js';
import { InForce } from './in-force.js';
import { type RowTest, rowTestOf } from './row-test.js';
import type { StanceQuestion } from './stance-question.js';
import { Standings } from './standings.js';
import type { Withdrawals } from './withdrawals.js';

interface Scan {
  readonly acts: InForce;
  readonly question: StanceQuestion;
  readonly test: RowTest | null;
}

/** Room that questions use one after the other, since allocating it would cost more than scanning a small cell. */
let room: InForce | null = null;

/**
 * Collects the acts in force at the question's (T, K) that pass its selection, with their standings.
 * The result is good until the next call.
 */
export function collect(cell: Cell, withdrawals: Withdrawals, question: StanceQuestion): InForce {
  room ??= new InForce(cell, question);
  const acts = room;
  const stop = cell.firstAfter(question.validAt);
  acts.about(cell, question);
  acts.reserve(stop);
  const scan = { acts, question, test: rowTestOf(question.selection, question.codeBook) };
  const standings = new Standings(question.validAt, question.sequence);
  let first = 0;
  for (const { row, act } of cell.namedBy(withdrawals)) {
    if (row >= stop) break;
    scanRows(scan, first, row);
    if (isCandidate(scan, row)) acts.push(row, standings.of(act));
    first = row + 1;
  }
  scanRows(scan, first, stop);
  return acts;
}

/** Adds those rows from `first` up to `stop` that count; nothing ever withdrew any of them. */
function scanRows(scan: Scan, first: number, stop: number): void {
  const { acts } = scan;
  const before = acts.count;
  acts.count = scan.test ? scanTested(scan, first, stop) : scanUntested(scan, first, stop);
  if (acts.partial) acts.standings.fill(1, before, acts.count);
}

/** The hot loop: nothing but typed arrays. */
function scanUntested({ acts, question }: Scan, first: number, stop: number): number {
  const { validAt, sequence } = question;
  const { from, to, end } = acts.cell.columns;
  const { rows } = acts;
  let { count } = acts;
  for (let row = first; row < stop; row++) {
    if ((from[row] ?? 0) <= sequence && sequence < (to[row] ?? 0) && validAt < (end[row] ?? 0)) rows[count++] = row;
  }
  return count;
}

function scanTested(scan: Scan, first: number, stop: number): number {
  const { rows } = scan.acts;
  let { count } = scan.acts;
  for (let row = first; row < stop; row++) if (isCandidate(scan, row)) rows[count++] = row;
  return count;
}

/** Whether a row that took effect by T is visible at K, not over at T, and selected. */
function isCandidate({ acts, question, test }: Scan, row: number): boolean {
  const { columns } = acts.cell;
  if (!columns.isVisible(row, question.sequence) || question.validAt >= (columns.end[row] ?? 0)) return false;
  return test === null || test(columns, row);
}
