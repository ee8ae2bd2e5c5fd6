import type { Cell } from './cell.js';
import { Participant } from './participant.js';
import { RowTest } from './row-test.js';
import type { Lens } from './stance-question.js';
import { WithdrawalForest } from './withdrawal-forest.js';
import type { Withdrawals } from './withdrawals.js';

/** Every act of the cell that is visible at K and selected, rows ascending, then every withdrawal behind them. */
export function participantsOf(cell: Cell, withdrawals: Withdrawals, lens: Lens): readonly Participant[] {
  const candidates = candidatesOf(cell, lens);
  const byRow = new Map(candidates.map((candidate) => [candidate.row, candidate]));
  const forest = new WithdrawalForest(lens.sequence);
  const exceptions = cell.exceptions(withdrawals);
  for (const [place, act] of exceptions.acts.entries()) {
    const candidate = byRow.get(exceptions.rowAt(place));
    if (act && candidate) forest.plant(act, candidate);
  }
  return [...candidates, ...forest.grow()];
}

function candidatesOf(cell: Cell, { sequence, selection, codeBook }: Lens): Participant[] {
  const { columns, length } = cell;
  const test = RowTest.of(selection, codeBook);
  const candidates: Participant[] = [];
  for (let row = 0; row < length; row++) {
    if (columns.isVisible(row, sequence) && (test === null || test.passes(columns, row)))
      candidates.push(candidateOf(cell, row));
  }
  return candidates;
}

function candidateOf({ columns }: Cell, row: number): Participant {
  const { act, effective, end } = columns;
  const candidate = new Participant({ act: act[row] ?? 0, effective: effective[row] ?? 0, end: end[row] ?? 0 });
  candidate.row = row;
  return candidate;
}
