import fc from 'fast-check';
import { Cell } from '../../../src/domain/stances/cell.js';
import { codeBook1 } from '../../../src/domain/stances/code-book-1.js';
import { modelOf } from '../../../src/domain/stances/models/model-of.js';
import type { Segment } from '../../../src/domain/stances/segment.js';
import { everyAct } from '../../../src/domain/stances/selection.js';
import { shiftsOf } from '../../../src/domain/stances/shifts.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import type { TimelineQuestion } from '../../../src/domain/stances/stance-question.js';
import { timelineOf } from '../../../src/domain/stances/timeline.js';
import { Withdrawals } from '../../../src/domain/stances/withdrawals.js';
import { bands } from './build.js';
import { halfLives, histories, instants, selections } from './histories.js';
import { stepsOf } from './oracle.js';

const maybeInstant = fc.option(instants, { nil: null, freq: 1 });
const asked = fc.record({
  history: histories,
  from: maybeInstant,
  to: maybeInstant,
  late: fc.integer({ min: 0, max: 6 }),
  model: fc.constantFrom('decayed-mean', 'decayed-mean', 'latest', 'mean'),
  halfLifeDays: halfLives,
  selection: fc.oneof(fc.constant(everyAct), selections),
});

type Asked = typeof asked extends fc.Arbitrary<infer A> ? A : never;

function parts({ history, model, late, from, to, halfLifeDays, selection }: Asked) {
  const sequence = Math.max(0, history.head - late);
  const lens = { sequence, model: modelOf(model, 1), codeBook: codeBook1, halfLifeDays, bands, selection };
  const question: TimelineQuestion = { ...lens, from, to };
  const cell = Cell.of(history.rows);
  const withdrawals = Withdrawals.of(history.withdrawals);
  const pointAt = (validAt: number) => stanceOf(cell, withdrawals, { ...lens, validAt });
  return { segments: timelineOf(cell, withdrawals, question), pointAt, world: { ...history, ...lens, model } };
}

function startOf({ from }: Segment): number {
  return from;
}

describe('a timeline', () => {
  it('gives in every segment what a point answers, at its start and in its last millisecond', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { segments, pointAt } = parts(each);
        for (const { from, to, status, mixed, score, band } of segments) {
          for (const validAt of [from, (to ?? from + 1) - 1]) {
            const point = pointAt(validAt);
            expect({ status, mixed, score, band }).toStrictEqual({
              status: point.status,
              mixed: point.mixed,
              score: point.score,
              band: point.band,
            });
          }
        }
      }),
      { numRuns: 250 },
    );
  });

  it('tiles the time asked for', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { segments } = parts(each);
        const { from, to } = each;
        expect(segments.slice(0, -1).map((segment) => segment.to)).toEqual(segments.slice(1).map(startOf));
        expect(segments.every((segment) => segment.to === null || segment.from < segment.to)).toBe(true);
        const covers = segments.length > 0 || from === null || (to !== null && to <= from);
        expect(covers).toBe(true);
        if (segments.length === 0) return;
        expect(segments.at(-1)?.to).toBe(to);
        if (from !== null) expect(segments[0]?.from).toBe(from);
      }),
      { numRuns: 150 },
    );
  });

  it('steps where the naive reading of the design does, by the same acts', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { segments, world } = parts(each);
        const steps = stepsOf(world, each.from ?? -Infinity, each.to ?? Infinity);
        const named = segments.filter(({ acts }) => acts.length > 0);
        const wanted = each.from !== null && each.to !== null && each.to <= each.from ? [] : steps;
        expect(named.map(({ from, acts }) => ({ at: from, acts: acts.map(({ act }) => act) }))).toEqual(wanted);
      }),
      { numRuns: 250 },
    );
  });

  it('otherwise steps only where it begins and where strength falls below 0.1', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { segments, pointAt } = parts(each);
        for (const { from } of segments.slice(1).filter(({ acts }) => acts.length === 0)) {
          expect(each.model).toBe('decayed-mean');
          expect(pointAt(from - 1).strength).toBeGreaterThanOrEqual(0.1);
          expect(pointAt(from).strength).toBeLessThan(0.1);
        }
      }),
      { numRuns: 150 },
    );
  });
});

const scores = fc.option(
  fc.oneof(fc.constantFrom(-1, -0.25, -0.2, 0.2, 0.25, 1), fc.double({ min: -1, max: 1, noNaN: true })),
  {
    nil: null,
    freq: 5,
  },
);

type Band = (typeof bands)[number];

function bandOf(score: number | null): Band | undefined {
  return score === null ? undefined : bands.find(({ to }) => score < to || to === 1);
}

function isShift(band: Band | undefined, score: number | null, margin: number): boolean {
  if (!band || score === null || bandOf(score) === band) return false;
  return score >= band.to + margin || score < band.from - margin;
}

/** The walk of section 5 in its plainest form: [at, from, to, before, after, acts] of every shift. */
function naiveShifts(walked: readonly (number | null)[], margin: number) {
  const found: unknown[] = [];
  let band: Band | undefined;
  let acts: number[] = [];
  for (const [step, score] of walked.entries()) {
    const next = bandOf(score);
    const shifts = isShift(band, score, margin);
    acts.push(step);
    if (shifts) found.push([step, band?.label, next?.label, walked[step - 1], score, acts]);
    if (!band || !next || shifts) [band, acts] = [next, []];
  }
  return found;
}

describe('the shifts of a timeline', () => {
  it('are those of the plainest walk', () => {
    fc.assert(
      fc.property(fc.array(scores, { maxLength: 30 }), fc.constantFrom(0, 0.05, 0.3), (walked, margin) => {
        const segments = walked.map((score, step): Segment => ({
          from: step,
          to: step + 1,
          status: score === null ? 'undeclared' : 'held',
          mixed: false,
          score,
          band: null,
          acts: [{ act: step, effective: step }],
        }));
        const { shifts, trajectory } = shiftsOf(segments, bands, margin);
        expect(
          shifts.map(({ at, from, to, before, after, acts }) => [
            at,
            from,
            to,
            before,
            after,
            acts.map(({ act }) => act),
          ]),
        ).toEqual(naiveShifts(walked, margin));
        const covered = trajectory.reduce((sum, { from, to }) => sum + (to ?? from) - from, 0);
        expect(covered).toBe(walked.filter((score) => score !== null).length);
      }),
      { numRuns: 1000 },
    );
  });

  it('have acts that contain the trigger', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { segments } = parts(each);
        for (const { trigger, acts } of shiftsOf(segments, bands).shifts) {
          expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(trigger.map(({ act }) => act)));
        }
      }),
      { numRuns: 100 },
    );
  });
});
