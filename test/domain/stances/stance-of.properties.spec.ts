import fc from 'fast-check';
import { Cell } from '../../../src/domain/stances/cell.js';
import { codeBook1 } from '../../../src/domain/stances/code-book-1.js';
import { modelOf } from '../../../src/domain/stances/models/model-of.js';
import { everyAct } from '../../../src/domain/stances/selection.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import type { StanceQuestion } from '../../../src/domain/stances/stance-question.js';
import { summaryOf } from '../../../src/domain/stances/summary-of.js';
import { Withdrawals } from '../../../src/domain/stances/withdrawals.js';
import { act, bands, day } from './build.js';
import { halfLives, type Change, histories, type History, instants, selections } from './histories.js';
import { pendingAt, stanceAt, type World } from './oracle.js';

const asked = fc.record({
  history: histories,
  validAt: instants,
  late: fc.integer({ min: 0, max: 6 }),
  model: fc.constantFrom('decayed-mean', 'decayed-mean', 'latest', 'mean'),
  halfLifeDays: halfLives,
  selection: fc.oneof(fc.constant(everyAct), selections),
});

type Asked = typeof asked extends fc.Arbitrary<infer A> ? A : never;

function questionOf({ history, validAt, late, model, halfLifeDays, selection }: Asked): StanceQuestion {
  const sequence = Math.max(0, history.head - late);
  return { validAt, sequence, model: modelOf(model, 1), codeBook: codeBook1, halfLifeDays, bands, selection };
}

function worldOf({ model, history, ...rest }: Asked): World {
  const { rows, withdrawals, head } = history;
  return { ...rest, model, rows, withdrawals, bands, sequence: Math.max(0, head - rest.late) };
}

function built({ rows, withdrawals }: History): [Cell, Withdrawals] {
  return [Cell.of(rows), Withdrawals.of(withdrawals)];
}

function tell(cell: Cell, withdrawals: Withdrawals, change: Change): void {
  if (change.type === 'open-row') cell.open(change.row);
  else if (change.type === 'open-withdrawal') withdrawals.open(change.row);
  else {
    cell.close(change.act, change.sequence);
    withdrawals.close(change.act, change.sequence);
  }
}

describe('a stance', () => {
  it('is what the naive reading of the design makes of it', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const question = questionOf(each);
        const expected = stanceAt(worldOf(each), each.validAt);
        const { contributions, pending, ...stance } = stanceOf(...built(each.history), question);
        expect(stance.score === null).toBe(expected.score === null);
        expect(stance.score ?? 0).toBeCloseTo(expected.score ?? 0, 9);
        expect(stance.spread).toBeCloseTo(expected.spread, 7);
        expect(stance.strength).toBeCloseTo(expected.strength, 9);
        expect(pending.map(({ act }) => act)).toEqual(pendingAt(worldOf(each), each.validAt));
        expect(contributions.map(({ act, weight, standing, share }) => ({ act, weight, standing, share }))).toEqual(
          expected.contributions.map((part) => ({ ...part, share: expect.closeTo(part.share, 9) })),
        );
        if (Math.abs(expected.strength - 0.1) > 1e-9) expect(stance.status).toBe(expected.status);
        expect(stance.mixed).toBe(stance.spread >= 0.5);
      }),
      { numRuns: 500 },
    );
  });

  it('lies within the values that contribute, and its shares sum to 1', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { history, validAt } = each;
        const { score, contributions } = stanceOf(...built(history), { ...questionOf(each), validAt });
        const contributing = contributions.map(({ value }) => value);
        expect(score ?? 0).toBeGreaterThanOrEqual(Math.min(...contributing, score === null ? 0 : 1));
        expect(score ?? 0).toBeLessThanOrEqual(Math.max(...contributing, score === null ? 0 : -1));
        expect(contributions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score === null ? 0 : 1, 12);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend, to the bit, on the order in which rows were opened', () => {
    fc.assert(
      fc.property(asked, fc.infiniteStream(fc.nat()), (each, random) => {
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, key: random.next().value }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const { rows, withdrawals } = each.history;
        const other = stanceOf(Cell.of(shuffled(rows)), Withdrawals.of(shuffled(withdrawals)), questionOf(each));
        expect(other).toStrictEqual(stanceOf(...built(each.history), questionOf(each)));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same from a cell that followed the log, was asked meanwhile and saw events twice', () => {
    fc.assert(
      fc.property(asked, fc.nat(), (each, again) => {
        const { changes } = each.history;
        const [cell, withdrawals] = built({ ...each.history, rows: [], withdrawals: [] });
        for (const change of changes) {
          tell(cell, withdrawals, change);
          stanceOf(cell, withdrawals, questionOf(each));
        }
        for (const change of changes.slice(again % (changes.length + 1))) tell(cell, withdrawals, change);
        expect(stanceOf(cell, withdrawals, questionOf(each))).toStrictEqual(
          stanceOf(...built(each.history), questionOf(each)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('at an earlier sequence is not changed by anything recorded later', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const question = questionOf(each);
        const [cell, withdrawals] = built({ ...each.history, rows: [], withdrawals: [] });
        for (const change of each.history.changes) {
          const sequence = change.type === 'close' ? change.sequence : change.row.from;
          if (sequence <= question.sequence) tell(cell, withdrawals, change);
        }
        expect(stanceOf(cell, withdrawals, question)).toStrictEqual(stanceOf(...built(each.history), question));
      }),
      { numRuns: 150 },
    );
  });

  it('has a summary that says the same, to the bit', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { status, mixed, score, band, strength } = stanceOf(...built(each.history), questionOf(each));
        const summary = summaryOf(...built(each.history), questionOf(each));
        expect(summary).toStrictEqual({ status, mixed, score, band, strength });
      }),
      { numRuns: 300 },
    );
  });

  it('lists the contributions of greatest share when it may not list all', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 6 }), (each, contributionsMax) => {
        const all = stanceOf(...built(each.history), questionOf(each)).contributions;
        const some = stanceOf(...built(each.history), { ...questionOf(each), contributionsMax });
        const newestOfGreatest = all.toReversed().toSorted((a, b) => b.share - a.share);
        const listed = new Set(newestOfGreatest.slice(0, contributionsMax).map(({ act }) => act));
        expect(some.contributions).toEqual(all.filter(({ act }) => listed.has(act)));
        const rest = all.filter(({ act }) => !listed.has(act)).reduce((sum, { share }) => sum + share, 0);
        expect(some.restShare).toBeCloseTo(rest, 12);
        expect(some.contributionsTotal).toBe(all.length);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same to the bit beside an act so far off that no unit is common to both', () => {
    fc.assert(
      fc.property(asked, fc.boolean(), (each, wasAskedBefore) => {
        const [cell, withdrawals] = built(each.history);
        const question = questionOf(each);
        if (wasAskedBefore) stanceOf(cell, withdrawals, question);
        const effective = each.validAt + 500 * each.halfLifeDays * day;
        cell.open(act(each.history.head + 1, effective, { start: effective }));
        expect(stanceOf(cell, withdrawals, question)).toStrictEqual(stanceOf(...built(each.history), question));
      }),
      { numRuns: 300 },
    );
  });
});
