import fc from 'fast-check';
import { alignmentCourseOf, type CourseOfTwo } from '../../../src/domain/stances/alignment-course.js';
import { alignmentOf, alignmentOn } from '../../../src/domain/stances/alignment.js';
import type { Segment } from '../../../src/domain/stances/segment.js';

interface Point {
  readonly score: number | null;
  readonly band: string | null;
}

const position: fc.Arbitrary<Point> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ score: null, band: null }) },
  {
    weight: 4,
    arbitrary: fc.record({ score: fc.integer({ min: -8, max: 8 }).map((n) => n / 8), band: fc.constantFrom('x', 'y') }),
  },
);
const pair = fc.array(fc.tuple(position, position), { maxLength: 6 });

/** By the letter of the design. */
function naive(pairs: readonly (readonly [Point, Point])[]): object {
  const common = pairs.filter(([a, b]) => a.score !== null && b.score !== null);
  if (common.length === 0) return { n: 0, alignment: null, agreement: null };
  const mean = common.reduce((sum, [a, b]) => sum + Math.abs(a.score! - b.score!), 0) / common.length;
  const agreed = common.filter(([a, b]) => a.band === b.band).length;
  return { n: common.length, alignment: 1 - mean / 2, agreement: agreed / common.length };
}

const period = { from: 0, to: 100 };
/** Segments that tile the period, from steps at any instants of it. */
const timeline: fc.Arbitrary<readonly Segment[]> = fc
  .dictionary(fc.integer({ min: 0, max: 9 }).map(String), position, { maxKeys: 5 })
  .map((steps) => ({ '0': { score: null, band: null }, ...steps }))
  .map((steps) => Object.entries(steps).sort(([one], [other]) => Number(one) - Number(other)))
  .map((steps) =>
    steps.map(([at, { score, band }], index) => {
      const to = Number(steps[index + 1]?.[0] ?? 10) * 10;
      return { from: Number(at) * 10, to, status: 'held', mixed: false, score, band, acts: [] } as unknown as Segment;
    }),
  );
const courses: fc.Arbitrary<readonly CourseOfTwo[]> = fc.array(fc.record({ a: timeline, b: timeline }), {
  minLength: 1,
  maxLength: 4,
});

function at(segments: readonly Segment[], instant: number): Point {
  const segment = segments.find(({ from, to }) => from <= instant && (to === null || instant < to));
  return { score: segment?.score ?? null, band: segment?.band ?? null };
}

describe('the alignment of two parties', () => {
  it('is 1 less half the mean distance over the issues on which both have a score, and the share in one band', () => {
    fc.assert(
      fc.property(pair, (pairs) => {
        const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        expect(alignmentOf(a, b)).toEqual(naive(pairs));
        expect(alignmentOf(b, a)).toEqual(naive(pairs));
        pairs.forEach(([one, other]) => {
          expect(alignmentOn(one, other)).toBe((naive([[one, other]]) as { alignment: number | null }).alignment);
        });
      }),
    );
  });

  it('is 1 to oneself, 0 to the opposite pole, null without a common issue', () => {
    const [low, high] = [
      { score: -1, band: 'x' },
      { score: 1, band: 'y' },
    ];
    expect(alignmentOf([low], [low])).toEqual({ n: 1, alignment: 1, agreement: 1 });
    expect(alignmentOf([low], [high])).toEqual({ n: 1, alignment: 0, agreement: 0 });
    expect(alignmentOf([low], [{ score: null, band: null }])).toEqual({ n: 0, alignment: null, agreement: null });
  });
});

describe('the course of an alignment', () => {
  it('tiles the period, and is at every instant what the stances then give', () => {
    fc.assert(
      fc.property(courses, (issues) => {
        const course = alignmentCourseOf(issues, period.to);
        expect(course.at(0)?.from).toBe(period.from);
        expect(course.at(-1)?.to).toBe(period.to);
        course.slice(1).forEach(({ from }, index) => expect(course[index]?.to).toBe(from));
        for (let instant = 0; instant < period.to; instant += 5) {
          const { n, alignment, agreement } = course.find(({ from, to }) => from <= instant && instant < (to ?? 0))!;
          expect({ n, alignment, agreement }).toEqual(
            naive(issues.map(({ a, b }) => [at(a, instant), at(b, instant)])),
          );
        }
      }),
    );
  });

  it('shows no step that changes nothing', () => {
    fc.assert(
      fc.property(courses, (issues) => {
        const told = alignmentCourseOf(issues, period.to).map(({ n, alignment, agreement }) =>
          JSON.stringify({ n, alignment, agreement }),
        );
        told.slice(1).forEach((step, index) => expect(step).not.toBe(told[index]));
      }),
    );
  });
});
