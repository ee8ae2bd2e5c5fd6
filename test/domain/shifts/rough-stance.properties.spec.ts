import fc from 'fast-check';
import { actKinds } from '../../../src/domain/acts/act-kind.js';
import { shiftBetween } from '../../../src/domain/shifts/band-shift.js';
import { quietUntil } from '../../../src/domain/shifts/quiet-until.js';
import { RoughStance } from '../../../src/domain/shifts/rough-stance.js';
import { codeBook1 } from '../../../src/domain/stances/code-book-1.js';
import { summaryOf } from '../../../src/domain/stances/summary-of.js';
import { act, at, bands, cellOf, day, nothingWithdrawn, question } from '../stances/build.js';

const halfLifeDays = 20;

/** Acts recorded as they come: long ago, just now, or to count only from some days on; some end. */
const acts = fc.array(
  fc.record({
    pause: fc.nat(6).map((halves) => (halves * day) / 2),
    counts: fc.constantFrom(-300, -20, -3, -1, 0, 0.25, 0.75, 1, 2, 4).map((days) => days * day),
    lasts: fc.constantFrom(Infinity, Infinity, Infinity, 0.25, 2, 30).map((days) => days * day),
    value: fc.constantFrom(-1, -0.2, 0, 0.2, 1),
    kind: fc.constantFrom(...actKinds),
    certainty: fc.constantFrom(0.01, 0.5, 1),
  }),
  { minLength: 2, maxLength: 60 },
);

type Acts = typeof acts extends fc.Arbitrary<infer A> ? A : never;

/** How often the rough stance spared the real one, having seen that nothing had shifted. */
function spared(history: Acts): number {
  const cell = cellOf();
  let rough: RoughStance | null = null;
  let [now, count] = [at('2025-01-01'), 0];
  for (const [index, { pause, counts, lasts, ...coded }] of history.entries()) {
    now += pause;
    const row = act(index + 1, now + counts, { end: now + counts + lasts, mode: 'material', ...coded });
    cell.open(row);
    const stance = (sequence: number) =>
      summaryOf(cell, nothingWithdrawn, question(now, { sequence, halfLifeDays, bands }));
    if (rough?.mayShift(row, now, bands) ?? true) {
      const quiet = { validAt: now, quietUntil: quietUntil(cell, nothingWithdrawn, now) };
      rough = new RoughStance(stance(row.act), quiet, { codeBook: codeBook1, halfLifeDays });
    } else {
      expect(shiftBetween(stance(row.act - 1), stance(row.act), bands)).toBeNull();
      count += 1;
    }
  }
  return count;
}

describe('a stance kept roughly in step with new acts', () => {
  it('never spares the real one where that would have shifted, and often where it would not', () => {
    let [all, some] = [0, 0];
    fc.assert(
      fc.property(acts, (history) => {
        some += spared(history);
        all += history.length;
      }),
      { numRuns: 300 },
    );
    expect(some / all).toBeGreaterThan(0.3);
  });

  it('does not forget what is to come, where very much is', () => {
    const coming = { pause: 0, counts: day, lasts: Infinity, kind: 'action', value: 1, certainty: 0.01 } as const;
    const weighty = { ...coming, value: -1, certainty: 1 } as const;
    const late = { ...weighty, pause: day, counts: -day, value: 1 } as const;
    const begin = { ...late, certainty: 0.01 } as const;
    const times = <A>(count: number, one: A): A[] => Array.from({ length: count }, () => one);
    expect(spared([begin, ...times(100, coming), ...times(8, weighty), ...times(20, late)])).toBeGreaterThan(60);
  });
});
