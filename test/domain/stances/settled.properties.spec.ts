import fc from 'fast-check';
import { Cell } from '../../../src/domain/stances/cell.js';
import { codeBook1 } from '../../../src/domain/stances/code-book-1.js';
import { modelOf } from '../../../src/domain/stances/models/model-of.js';
import { everyAct } from '../../../src/domain/stances/selection.js';
import type { StanceQuestion } from '../../../src/domain/stances/stance-question.js';
import { summaryOf } from '../../../src/domain/stances/summary-of.js';
import { Withdrawals } from '../../../src/domain/stances/withdrawals.js';
import { bands } from './build.js';
import { type Change, histories, instants } from './histories.js';

/** Questions put after a change: mostly about all that is known, at times that come and go. */
const asks = fc.array(fc.record({ validAt: instants, late: fc.constantFrom(0, 0, 0, 0, 1, 2, 5) }), { maxLength: 12 });
const told = fc.record({ history: histories, asks: fc.infiniteStream(asks), halfLifeDays: fc.constantFrom(7, 90) });

type Followed = readonly [Cell, Withdrawals];

const nothing = (): Followed => [Cell.of([]), Withdrawals.of([])];

function tell([cell, withdrawals]: Followed, change: Change): void {
  if (change.type === 'open-row') cell.open(change.row);
  else if (change.type === 'open-withdrawal') withdrawals.open(change.row);
  else {
    cell.close(change.act, change.sequence);
    withdrawals.close(change.act, change.sequence);
  }
}

function after(changes: readonly Change[]): Followed {
  const followed = nothing();
  for (const change of changes) tell(followed, change);
  return followed;
}

function questionAt(validAt: number, sequence: number, halfLifeDays: number): StanceQuestion {
  const model = modelOf('decayed-mean', 1);
  return { validAt, sequence, model, codeBook: codeBook1, halfLifeDays, bands, selection: everyAct };
}

const sequenceOf = (change: Change): number => (change.type === 'close' ? change.sequence : change.row.from);

describe('what is settled of a cell', () => {
  it('is, to the bit, what a cell that was never asked comes to, whatever is asked and recorded in between', () => {
    fc.assert(
      fc.property(told, ({ history: { changes }, asks, halfLifeDays }) => {
        const followed = nothing();
        for (const [index, change] of changes.entries()) {
          tell(followed, change);
          for (const { validAt, late } of asks.next().value) {
            const question = questionAt(validAt, Math.max(0, sequenceOf(change) - late), halfLifeDays);
            const fresh = after(changes.slice(0, index + 1));
            expect(summaryOf(...followed, question)).toStrictEqual(summaryOf(...fresh, question));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
