import type { BreakdownKey, WithoutView } from '../../src/application/asking/analysis-views.js';
import { GetBreakdown } from '../../src/application/asking/get-breakdown.js';
import { GetInfluence } from '../../src/application/asking/get-influence.js';
import { GetSensitivity } from '../../src/application/asking/get-sensitivity.js';
import { GetStance } from '../../src/application/asking/get-stance.js';
import type { LensAsked } from '../../src/application/asking/basis.js';
import { issue } from './catalogue-steps.js';
import { actId, basisOf } from './driver.js';
import type { QuestionAsked } from './history.js';
import { type OracleContribution, oracleStance, type OracleStance } from './oracle.js';
import { foldIssue } from './oracle-folds.js';
import type { Told } from './told.js';

/** A question put to a node, at this K. */
export interface Asking extends Told {
  readonly q: QuestionAsked;
  readonly sequence: number;
}

const cellOf = (q: QuestionAsked) => ({ party: `party-${String(q.party)}`, issue });

/** What the oracle says, with the lens or the question changed. */
function oracle({ driver, q, sequence }: Asking, lens: Partial<QuestionAsked['lens']> = {}, change = {}): OracleStance {
  return oracleStance(driver.happened, { ...q, ...change, lens: { ...q.lens, ...lens } }, sequence);
}

/** The node's own answer with something more left out: that influence equals it to the bit. */
async function scoreWithout({ node, q, sequence }: Asking, lens: LensAsked): Promise<number | null> {
  const basis = basisOf(q, sequence);
  return (await node.ask(new GetStance(cellOf(q), { ...basis, lens: { ...basis.lens, ...lens } }, 0))).take().score;
}

function expectNear(actual: number | null, expected: number | null, tolerance = 1e-9): void {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThan(tolerance);
}

/** Every act that contributes and every source that counts for one, each the score less that without it. */
export async function expectInfluence(asking: Asking): Promise<void> {
  const { node, q, sequence } = asking;
  const view = await node.ask(new GetInfluence(cellOf(q), basisOf(q, sequence)));
  const { score, contributions } = oracle(asking);
  expectNear(view.score, score);
  const numberOf = new Map(contributions.map(({ act }) => [actId(act), act]));
  expect(view.acts.map(({ act }) => act).sort()).toEqual([...numberOf.keys()].sort());
  for (const { act, ...rest } of view.acts) {
    expectDifference(view.score, rest);
    await expectWithoutAct(asking, { number: numberOf.get(act)!, without: rest.without });
  }
  const counting = new Set(contributions.flatMap(({ sources }) => sources));
  expect(view.sources.map(({ source }) => source).sort()).toEqual([...counting].map(sourceId).sort());
  for (const { source, ...rest } of view.sources) {
    expectDifference(view.score, rest);
    await expectWithoutSource(asking, { number: Number(source.slice(1)), without: rest.without });
  }
}

/** An act or a source, and the score that is told without it. */
interface WithoutOne {
  readonly number: number;
  readonly without: number | null;
}

async function expectWithoutAct(asking: Asking, { number, without }: WithoutOne): Promise<void> {
  const excludeActs = [...(asking.q.lens.excludeActs ?? []), number];
  expect(without).toBe(await scoreWithout(asking, { excludeActs: excludeActs.map(actId) }));
  expectNear(without, oracle(asking, { excludeActs }).score);
}

async function expectWithoutSource(asking: Asking, { number, without }: WithoutOne): Promise<void> {
  const excludeSources = [...(asking.q.lens.excludeSources ?? []), number];
  expect(without).toBe(await scoreWithout(asking, { excludeSources: excludeSources.map(sourceId) }));
  expectNear(without, oracle(asking, { excludeSources }).score);
}

function expectDifference(score: number | null, { without, influence }: WithoutView): void {
  expect(influence).toBe(without === null || score === null ? null : score - without);
}

const sourceId = (source: number): string => `s${String(source)}`;

const keysOf: Record<BreakdownKey, (contribution: OracleContribution) => readonly (string | null)[]> = {
  speaker: ({ coding: { speaker } }) => [speaker === null ? null : `speaker-${String(speaker)}`],
  attribution: ({ coding }) => [coding.attribution],
  kind: ({ kind }) => [kind],
  source: ({ sources }) => sources.map(sourceId),
  recorder: ({ recorder }) => [recorder],
};

export async function expectBreakdown(asking: Asking, by: BreakdownKey): Promise<void> {
  const { node, q, sequence } = asking;
  const { parts, score } = await node.ask(new GetBreakdown(cellOf(q), by, basisOf(q, sequence)));
  const { contributions } = oracle(asking);
  const expected = new Map<string | null, { acts: number; share: number; weighted: number }>();
  for (const contribution of contributions) {
    const keys = keysOf[by](contribution);
    for (const key of keys) {
      const { acts, share, weighted } = expected.get(key) ?? { acts: 0, share: 0, weighted: 0 };
      const part = contribution.share / keys.length;
      const value = contribution.coding.value!;
      expected.set(key, { acts: acts + 1, share: share + part, weighted: weighted + part * value });
    }
  }
  expect(new Set(parts.map(({ key }) => key))).toEqual(new Set(expected.keys()));
  for (const { key, acts, share, score: own } of parts) {
    const naive = expected.get(key)!;
    expect(acts).toBe(naive.acts);
    expectNear(share, naive.share);
    // Where next to nothing is left of a part, the oracle's division knows nothing of it.
    if (naive.share > 1e-6) expectNear(own, naive.weighted / naive.share, 1e-7);
    expect(Math.abs(own)).toBeLessThanOrEqual(1);
  }
  expect(score === null).toBe(parts.length === 0);
  if (parts.length === 0) return;
  expectNear(
    parts.reduce((sum, { share }) => sum + share, 0),
    1,
    1e-12,
  );
  expectNear(
    parts.reduce((sum, part) => sum + part.share * part.score, 0),
    score,
  );
}

export async function expectSensitivity(asking: Asking): Promise<void> {
  const { node, q, sequence, driver } = asking;
  const { variants, robust } = await node.ask(new GetSensitivity(cellOf(q), basisOf(q, sequence)));
  const framing = foldIssue(driver.happened.filter((one) => one.sequence <= sequence));
  const halfLifeDays = q.lens.halfLifeDays ?? framing.halfLifeDays;
  const expected = {
    'as-asked': oracle(asking),
    'half-life-halved': oracle(asking, { halfLifeDays: halfLifeDays / 2 }),
    'half-life-doubled': oracle(asking, { halfLifeDays: halfLifeDays * 2 }),
    'all-forces-1': oracle(asking, {}, { allForces1: true }),
    mean: oracle(asking, {}, { model: 'mean' }),
    latest: oracle(asking, {}, { model: 'latest' }),
  };
  expect(variants.map(({ variant }) => variant)).toEqual(Object.keys(expected));
  for (const { variant, score, strength, status } of variants) {
    const naive = expected[variant];
    // Halves of a day are more than a number holds over two years, for the oracle's division.
    if (!Number.isNaN(naive.score)) expectNear(score, naive.score);
    expectNear(strength, naive.strength, 1e-9 * Math.max(1, naive.strength));
    expect(status).toBe(naive.status);
  }
  const bands = new Set(variants.map(({ band }) => band));
  expect(robust).toBe(variants[0]!.score === null ? null : bands.size === 1);
}
