import type { StandingView } from '../../src/application/asking/analysis-views.js';
import type { DependentStanceView } from '../../src/application/asking/dependent-views.js';
import { GetDependents } from '../../src/application/asking/get-dependents.js';
import { GetStance } from '../../src/application/asking/get-stance.js';
import type { LensAsked } from '../../src/application/asking/basis.js';
import type { Asking } from './analysis-laws.js';
import { issue } from './catalogue-steps.js';
import { actId, basisOf } from './driver.js';
import type { Step } from './history.js';
import { oracleStance } from './oracle.js';
import { firstGrades, foldActs, foldSources } from './oracle-folds.js';

/** The sequence at which the first of the sources is captured, one after the other. */
const firstCaptured = 7;

/** Every source: what stands with it and without, and the acts that cite it. */
export async function expectDependents(asking: Asking): Promise<void> {
  const { node, q, sequence, driver } = asking;
  const sources = foldSources(driver.happened.filter((one) => one.sequence <= sequence));
  for (const source of firstGrades.keys()) {
    const view = await node.ask(new GetDependents(`s${String(source)}`, basisOf(q, sequence)));
    const retracted = sources[source]!.retracted;
    const isCaptured = sequence >= firstCaptured + source;
    expect(view.state).toBe(isCaptured ? (retracted ? 'retracted' : 'captured') : null);
    expectCiting(asking, source, view.acts);
    const stance = view.stances.find(({ party }) => party === `party-${String(q.party)}`);
    const dependent: Dependent = { source, retracted, stance };
    await expectAsIs(asking, dependent);
    expectWith(asking, dependent);
  }
}

interface Dependent {
  readonly source: number;
  readonly retracted: boolean;
  /** Of the party asked about; undefined when it does not rest on the source. */
  readonly stance: DependentStanceView | undefined;
}

function expectCiting({ driver, q, sequence }: Asking, source: number, acts: readonly { act: string }[]): void {
  const visible = driver.happened.filter((one) => one.sequence <= sequence);
  const citing = [...foldActs(visible, q.lens)].filter(([, { sources }]) => sources.includes(source));
  expect(acts.map(({ act }) => act).sort()).toEqual(citing.map(([act]) => actId(act)).sort());
}

/** Without it, to the bit what the stance itself says with the source excluded; what counts now, what it says now. */
async function expectAsIs(asking: Asking, { source, retracted, stance }: Dependent): Promise<void> {
  const now = await standing(asking, {});
  const excluded = [...(basisOf(asking.q, asking.sequence).lens.excludeSources ?? []), `s${String(source)}`];
  const without = await standing(asking, { excludeSources: excluded });
  if (!stance) {
    expectSame(now, without);
    return;
  }
  expectSame(stance.without, without);
  expectSame(retracted ? stance.without : stance.with, now);
  const { score } = stance.with;
  const difference = score === null || without.score === null ? null : score - without.score;
  expect(stance.influence).toBe(difference);
}

/** With it, what the oracle makes of a history in which it was not retracted any more. */
function expectWith({ driver, q, sequence }: Asking, { source, stance }: Dependent): void {
  const step: Step = { do: 'reinstateSource', source, recorder: 'alice' };
  const happened = driver.happened.filter((one) => one.sequence <= sequence);
  const reinstated = [...happened, { sequence, step, act: -1, target: null }];
  const { status, score } = oracleStance(reinstated, q, sequence);
  // A stance that is not told of is the same with it, or there is none.
  const told = stance?.with ?? oracleStance(happened, q, sequence);
  expect(told.status).toBe(status);
  if (score === null) expect(told.score).toBeNull();
  else expect(told.score).toBeCloseTo(score, 9);
}

async function standing({ node, q, sequence }: Asking, lens: LensAsked): Promise<StandingView> {
  const basis = basisOf(q, sequence);
  const cell = { party: `party-${String(q.party)}`, issue };
  return (await node.ask(new GetStance(cell, { ...basis, lens: { ...basis.lens, ...lens } }, 0))).take();
}

function expectSame(actual: StandingView, expected: StandingView): void {
  const { status, mixed, score, band, strength } = expected;
  expect(actual).toMatchObject({ status, mixed, score, band, strength });
}
