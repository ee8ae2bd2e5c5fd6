import fc from 'fast-check';
import { Cell } from '../../../src/domain/stances/cell.js';
import { codeBook1 } from '../../../src/domain/stances/code-book-1.js';
import { modelOf } from '../../../src/domain/stances/models/model-of.js';
import { everyAct } from '../../../src/domain/stances/selection.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import type { StanceQuestion } from '../../../src/domain/stances/stance-question.js';
import { traceOf } from '../../../src/domain/stances/trace-of.js';
import { Withdrawals } from '../../../src/domain/stances/withdrawals.js';
import { bands } from './build.js';
import { halfLives, histories, instants, selections } from './histories.js';

const asked = fc.record({
  history: histories,
  validAt: instants,
  late: fc.integer({ min: 0, max: 6 }),
  model: fc.constantFrom('decayed-mean', 'decayed-mean', 'latest', 'mean'),
  halfLifeDays: halfLives,
  selection: fc.oneof(fc.constant(everyAct), selections),
  contributionsMax: fc.constantFrom(0, 1, 3, Infinity),
});

type Asked = typeof asked extends fc.Arbitrary<infer A> ? A : never;

function put(each: Asked): readonly [Cell, Withdrawals, StanceQuestion] {
  const { history, late, model, ...rest } = each;
  const sequence = Math.max(0, history.head - late);
  const question = { ...rest, sequence, model: modelOf(model, 1), codeBook: codeBook1, bands };
  return [Cell.of(history.rows), Withdrawals.of(history.withdrawals), question];
}

function near(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

describe('a trace', () => {
  it('lists what the stance lists, each with factors whose product is its weight to the bit', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { stance, contributions } = traceOf(...put(each));
        expect(stance).toEqual(stanceOf(...put(each)));
        expect(contributions).toMatchObject(stance.contributions);
        for (const { factors, weight, standing, row, act, value } of contributions) {
          expect(factors.force * factors.attribution * factors.reliability * factors.certainty).toBe(weight);
          expect([factors.standing, row.act, row.value]).toEqual([standing, act, value]);
        }
      }),
    );
  });

  it('adds up to the stance again: shares to 1, their products to the score, terms to the strength', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { stance, recount } = traceOf(...put(each));
        near(recount.shares, stance.score === null ? 0 : 1);
        near(recount.score ?? 0, stance.score ?? 0);
        near(recount.strength, stance.strength);
        expect(recount.score === null).toBe(stance.score === null);
      }),
    );
  });

  it('gives every act the share that its term has in the strength', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { stance, contributions } = traceOf(...put(each));
        for (const { term, share, product, value } of contributions) {
          near(term, share * stance.strength);
          expect(product).toBe(share * value);
        }
      }),
    );
  });

  it('names the withdrawals of which a standing is made', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const [cell, withdrawals, question] = put(each);
        for (const { act, standing } of traceOf(cell, withdrawals, question).contributions) {
          const acting = withdrawals.actingOn(act, question.validAt, question.sequence);
          const left = acting.reduce((product, each) => product * (1 - each.certainty * each.standing), 1);
          expect(left).toBe(standing);
        }
      }),
    );
  });
});
