import { GetDifference } from '../../src/application/asking/get-difference.js';
import type { BasisAsked } from '../../src/application/asking/basis.js';
import type { Asking } from './analysis-laws.js';
import { issue } from './catalogue-steps.js';
import { actId, basisOf } from './driver.js';
import { day, type QuestionAsked } from './history.js';
import { foldActs, foldIssue } from './oracle-folds.js';
import { type OracleContribution, oracleStance } from './oracle.js';

/** A question and its K. */
interface Asked {
  readonly q: QuestionAsked;
  readonly at: number;
}

const own: ReadonlySet<string> = new Set();
const side = (basis: BasisAsked) => ({ basis, own });

/** One side by the letter: the acts that contribute, each with its term as of one instant. */
interface Naive {
  readonly score: number | null;
  readonly acts: ReadonlyMap<number, OracleContribution>;
  readonly termAt: (newest: number, act: number) => number;
}

function naively({ driver }: Asking, q: QuestionAsked, sequence: number): Naive {
  const { halfLifeDays } = foldIssue(driver.happened.filter((one) => one.sequence <= sequence));
  const halfLife = (q.lens.halfLifeDays ?? halfLifeDays) * day;
  const { score, contributions } = oracleStance(driver.happened, q, sequence);
  const acts = new Map(contributions.map((one) => [one.act, one]));
  const termAt = (newest: number, act: number): number => {
    const one = acts.get(act);
    if (!one) return 0;
    const age = q.model === 'latest' ? 0 : (one.coding.occurred.end - newest) / halfLife;
    return q.model === 'mean' ? 1 : one.weight * one.standing * Math.pow(2, age);
  };
  return { score, acts, termAt };
}

/** Everything that a correction may change, but for what is cited. */
function codingOf({ kind, coding: { sources: _cited, kind: _kind, ...coding } }: OracleContribution): string {
  const { occurred, until, mode, ...rest } = coding;
  const ends = [occurred.start, occurred.end, until?.end];
  return JSON.stringify([kind, ends, kind === 'action' ? mode : null, rest]);
}

/** The corrections known by then that changed which sources the act cites; one that the lens hides changes nothing. */
function citedAnew({ driver: { happened } }: Asking, { q, at }: Asked, act: number): string {
  const sources = (sequence: number): string => {
    const known = happened.filter((one) => one.sequence <= sequence);
    return [...new Set(foldActs(known, q.lens).get(act)?.sources)].sort().join();
  };
  const corrections = happened.filter((one) => one.act === act && one.step.do === 'correct' && one.sequence <= at);
  const changing = corrections.filter(({ sequence }) => sources(sequence - 1) !== sources(sequence));
  return changing.map(({ sequence }) => sequence).join();
}

/** What became of an act; null where its share is the same but for rounding, which may or may not be told. */
function effectOf(was: OracleContribution | undefined, is: OracleContribution | undefined, isRecited: boolean) {
  if (!was) return 'entered';
  if (!is) return 'left';
  if (codingOf(was) !== codingOf(is)) return 'corrected';
  if (Math.abs(was.weight - is.weight) > 1e-9 && isRecited) return 'corrected';
  return Math.abs(was.share - is.share) > 1e-9 ? 'reweighted' : null;
}

/** Bennet's part of each act, by his formula. */
function partsBetween(before: Naive, after: Naive, acts: readonly number[]): ReadonlyMap<number, number> {
  const ends = [...before.acts.values(), ...after.acts.values()].map((one) => one.coding.occurred.end);
  const newest = Math.max(...ends);
  const terms = acts.map((act) => [before.termAt(newest, act), after.termAt(newest, act)] as const);
  const mean = terms.reduce((sum, [was, is]) => sum + was + is, 0) / 2;
  const middle = (before.score! + after.score!) / 2;
  const away = ({ acts: known }: Naive, act: number): number => (known.get(act)?.coding.value ?? middle) - middle;
  const parts = terms.map(([was, is], at) => (is * away(after, acts[at]!) - was * away(before, acts[at]!)) / mean);
  return new Map(acts.map((act, at) => [act, parts[at]!]));
}

/** Two bases; every act of either, what became of it, and its part of the change. */
export async function expectDifference(asking: Asking, other: QuestionAsked): Promise<void> {
  const { node, q, sequence } = asking;
  const earlier = { q: { ...other, party: q.party, validAt: q.validAt - 90 * day }, at: Math.round(sequence * 0.7) };
  const sides = { from: side(basisOf(earlier.q, earlier.at)), to: side(basisOf(q, sequence)) };
  const view = await node.ask(new GetDifference({ party: `party-${String(q.party)}`, issue }, sides, Infinity));
  const [before, after] = [naively(asking, earlier.q, earlier.at), naively(asking, q, sequence)];
  const acts = [...new Set([...before.acts.keys(), ...after.acts.keys()])];
  const told = new Map(view.parts.map((part) => [part.act, part]));
  const effects = acts.map((act) => {
    const isRecited = citedAnew(asking, earlier, act) !== citedAnew(asking, { q, at: sequence }, act);
    return { act: actId(act), effect: effectOf(before.acts.get(act), after.acts.get(act), isRecited) };
  });
  const certain = effects.filter(({ effect }) => effect !== null);
  expect(certain.map(({ act }) => ({ act, effect: told.get(act)?.effect }))).toEqual(certain);
  if (before.score === null || after.score === null) {
    expect([view.change, ...view.parts.map(({ part }) => part)].filter((part) => part !== null)).toEqual([]);
    return;
  }
  expect(Math.abs(view.change! - (after.score - before.score))).toBeLessThan(1e-9);
  for (const [act, part] of partsBetween(before, after, acts))
    expect(Math.abs((told.get(actId(act))?.part ?? 0) - part)).toBeLessThan(1e-9);
  const sum = view.parts.reduce((total, { part }) => total + part!, 0);
  expect(Math.abs(sum - view.change!)).toBeLessThan(1e-12);
}
