import fc from 'fast-check';
import { jest } from '@jest/globals';
import { GetAlignment } from '../../src/application/asking/get-alignment.js';
import { GetAlignmentTimeline } from '../../src/application/asking/get-alignment-timeline.js';
import { GetNearestParties } from '../../src/application/asking/get-nearest-parties.js';
import { portsInMemory } from '../support/test-node.js';
import { issue } from './catalogue-steps.js';
import { basisOf } from './driver.js';
import { history, type QuestionAsked, questions } from './history.js';
import { foldIssue, type Happened } from './oracle-folds.js';
import { oracleStance } from './oracle.js';
import { tell, type Told } from './told.js';

jest.setTimeout(120_000);

const both = ['party-0', 'party-1'];

interface Expected {
  readonly scores: readonly [number, number] | null;
  readonly agreement: number | null;
}

/** From the stances of the oracle, and the bands that the issue has at K. */
function expected(happened: readonly Happened[], q: QuestionAsked, sequence: number): Expected {
  const [a, b] = ([0, 1] as const).map((party) => oracleStance(happened, { ...q, party }, sequence).score);
  if (a === null || a === undefined || b === null || b === undefined) return { scores: null, agreement: null };
  const { middle } = foldIssue(happened.filter((one) => one.sequence <= sequence));
  const band = (score: number): number => (score >= middle ? 2 : score >= Math.min(-0.25, middle) ? 1 : 0);
  return { scores: [a, b], agreement: band(a) === band(b) ? 1 : 0 };
}

async function expectAlignment({ node, driver }: Told, q: QuestionAsked, sequence: number): Promise<void> {
  const { scores, agreement } = expected(driver.happened, q, sequence);
  const basis = basisOf(q, sequence);
  const { pairs } = await node.ask(new GetAlignment({ parties: both, issues: null }, basis));
  const nearest = await node.ask(new GetNearestParties({ party: 'party-1', issues: [issue], minIssues: 1 }, basis));
  expect(pairs.map(({ a, b }) => [a, b])).toEqual([both]);
  const { n, alignment, issues } = pairs[0]!;
  expect([n, issues.length, nearest.nearest.length]).toEqual(scores ? [1, 1, 1] : [0, 0, 0]);
  if (!scores) return;
  const [a, b] = scores;
  expect(alignment).toBeCloseTo(1 - Math.abs(a - b) / 2, 9);
  expect(nearest.nearest[0]).toMatchObject({ party: 'party-0', n: 1, alignment });
  // Beside the edge of a band, sums in another order may fall on its other side.
  if (scores.every((score) => Math.abs(score * 4 - Math.round(score * 4)) > 1e-9)) {
    expect(pairs[0]!.agreement).toBe(agreement);
  }
}

async function expectCourse({ node }: Told, q: QuestionAsked, sequence: number): Promise<void> {
  const asked = { parties: both, issues: null, from: null, to: null };
  const { segments } = await node.ask(new GetAlignmentTimeline(asked, { ...basisOf(q, sequence), validAt: null }));
  for (const { from, n, agreement, alignment } of segments.slice(1)) {
    const point = { ...basisOf(q, sequence), validAt: from };
    const { pairs } = await node.ask(new GetAlignment({ parties: both, issues: null }, point));
    expect({ n: pairs[0]!.n, agreement: pairs[0]!.agreement }).toEqual({ n, agreement });
    expect(Math.abs((pairs[0]!.alignment ?? 0) - (alignment ?? 0))).toBeLessThan(1e-9);
  }
}

describe('the alignment of two parties after any history, at any T and K, by any model, through any lens', () => {
  it('is what the stances of the oracle give, as is each segment of its course at its start', async () => {
    await fc.assert(
      fc.asyncProperty(history, questions, async (steps, asked) => {
        const told = await tell(portsInMemory, steps);
        for (const q of asked) await expectAlignment(told, q, Math.round(q.known * told.head));
        await expectCourse(told, asked[0]!, told.head);
        await told.node.close();
      }),
      { numRuns: 25 },
    );
  });
});
