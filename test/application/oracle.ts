import type { Grade } from '../../src/domain/sources/source-content.js';
import { day, type Coding, type QuestionAsked, type Step, type When } from './history.js';

/** A step as the log holds it; `act` is which act it is about, by order of recording. */
export interface Happened {
  readonly sequence: number;
  readonly step: Step;
  readonly act: number;
  /** What the act withdraws, when it is a withdrawal. */
  readonly target: number | null;
}

interface OracleAct {
  readonly number: number;
  coding: Coding;
  target: number | null;
  sources: readonly number[];
  retracted: boolean;
}

interface OracleSource {
  grade: Grade;
  published: When;
  retracted: boolean;
}

export interface OracleStance {
  readonly status: string;
  readonly score: number | null;
  readonly strength: number;
  readonly spread: number;
  readonly contributions: readonly { act: number; share: number; standing: number; weight: number }[];
  readonly pending: readonly number[];
}

const force: Record<string, number> = {
  statement: 1,
  threat: 1,
  proposal: 1.2,
  demand: 1,
  concession: 1.5,
  commitment: 1.5,
  denial: 0.8,
  withdrawal: 1,
};
const modes = { material: 2, diplomatic: 1, procedural: 0.5 };
const attributions: Record<string, number> = { 'on-record': 1, official: 0.9, reported: 0.7, anonymous: 0.5 };
const reliabilities: Record<string, number> = { A: 1, B: 0.9, C: 0.7, D: 0.4, E: 0.2, F: 0.5 };

/** Sources 2 and 3 hold the same text. */
export const textOf = (source: number): number => Math.min(source, 2);
/** Speaker 0 may speak for party 0 during these days; speaker 1 for nobody. */
export const mandate = { from: Date.UTC(2024, 2, 1), until: Date.UTC(2025, 3, 1) };
export const firstGrades: readonly Grade[] = ['A', 'C', 'D', 'F'];
export const firstPublished: When = { raw: '2024-06-01', start: Date.UTC(2024, 5, 1), end: Date.UTC(2024, 5, 2) };

/** A stance by the letter of the design, without any cleverness: everything is folded again for each question. */
export function oracleStance(happened: readonly Happened[], q: QuestionAsked, sequence: number): OracleStance {
  const { lens, validAt: t } = q;
  const visible = happened.filter((one) => one.sequence <= sequence);
  const sources = foldSources(visible);
  const { halfLifeDays } = foldIssue(visible);
  const acts = foldActs(visible, lens);
  const counting = (act: OracleAct): number[] =>
    act.sources.filter((source) => {
      const { retracted, published } = sources[source]!;
      const late = lens.publishedUntil !== null && published.end > lens.publishedUntil.end;
      return !retracted && !late && !lens.excludeSources?.includes(source);
    });
  const alive = [...acts.values()].filter((act) => !act.retracted && counting(act).length > 0);
  const reliability = (act: OracleAct): number =>
    Math.max(...counting(act).map((s) => reliabilities[sources[s]!.grade]!));
  const standing = (act: OracleAct): number => {
    const { occurred, until } = act.coding;
    if (!(occurred.end <= t && (until === null || t < until.end))) return 0;
    return alive
      .filter((w) => w.target !== null && acts.get(w.target) === act && w.coding.party === act.coding.party)
      .reduce((product, w) => product * (1 - w.coding.certainty * standing(w)), 1);
  };
  const selected = alive.filter((act) => {
    const { coding } = act;
    const kind = act.target === null ? coding.kind : 'withdrawal';
    const { start, end } = coding.occurred;
    const mandated = coding.speaker === 0 && coding.party === 0 && mandate.from <= start && end <= mandate.until;
    return (
      coding.party === q.party &&
      coding.value !== null &&
      (lens.kinds === null || (lens.kinds as string[]).includes(kind)) &&
      (lens.speakers === null || (coding.speaker !== null && lens.speakers.includes(coding.speaker))) &&
      (lens.minReliability === null || reliability(act) >= reliabilities[lens.minReliability]!) &&
      (lens.minAttribution === null || attributions[coding.attribution]! >= attributions[lens.minAttribution]!) &&
      (lens.occurredFrom === null || start >= lens.occurredFrom.start) &&
      (lens.occurredTo === null || end <= lens.occurredTo.end) &&
      (lens.mandated === null || mandated)
    );
  });
  const order = (a: OracleAct, b: OracleAct): number =>
    a.coding.occurred.end - b.coding.occurred.end || a.number - b.number;
  const inForce = selected.filter((act) => standing(act) > 0).sort(order);
  const pending = selected.filter(({ coding: { occurred } }) => occurred.start < t && t < occurred.end).sort(order);
  const texts = new Set(inForce.flatMap((act) => counting(act).map(textOf)));
  const half = (lens.halfLifeDays ?? halfLifeDays) * day;
  const weightOf = (act: OracleAct): number => {
    const { coding } = act;
    const kind = act.target === null ? coding.kind : 'withdrawal';
    const forceOf = kind === 'action' ? modes[coding.mode] : force[kind]!;
    return forceOf * attributions[coding.attribution]! * reliability(act) * coding.certainty;
  };
  const contributing = q.model === 'latest' ? inForce.slice(-1) : inForce;
  const terms = contributing.map((act) => {
    if (q.model === 'mean') return 1;
    const term = weightOf(act) * standing(act);
    return q.model === 'latest' ? term : term * Math.pow(2, (act.coding.occurred.end - t) / half);
  });
  const strength = terms.reduce((sum, term) => sum + term, 0);
  const shares = terms.map((term) => term / strength);
  const value = (index: number): number => contributing[index]!.coding.value!;
  const score = shares.reduce((sum, share, index) => sum + share * value(index), 0);
  const spread = Math.sqrt(shares.reduce((sum, share, index) => sum + share * (value(index) - score) ** 2, 0));
  const declared = contributing.length > 0;
  const faded = q.model === 'decayed-mean' && strength < 0.1;
  const provisional = inForce.length < 2 || texts.size < 2;
  return {
    status: !declared ? 'undeclared' : faded ? 'faded' : provisional ? 'provisional' : 'held',
    score: declared ? score : null,
    strength,
    spread: q.model === 'latest' ? 0 : spread,
    contributions: contributing.map((act, index) => ({
      act: indexOf(acts, act),
      share: shares[index]!,
      standing: standing(act),
      weight: weightOf(act),
    })),
    pending: pending.map((act) => indexOf(acts, act)),
  };
}

function indexOf(acts: ReadonlyMap<number, OracleAct>, act: OracleAct): number {
  return [...acts].find(([, other]) => other === act)![0];
}

function foldSources(visible: readonly Happened[]): OracleSource[] {
  const sources = firstGrades.map((grade): OracleSource => ({ grade, published: firstPublished, retracted: false }));
  for (const { step } of visible) {
    if (step.do === 'retractSource') sources[step.source]!.retracted = true;
    if (step.do === 'reinstateSource') sources[step.source]!.retracted = false;
    if (step.do === 'regrade') Object.assign(sources[step.source]!, { grade: step.grade, published: step.published });
  }
  return sources;
}

export function foldIssue(visible: readonly Happened[]): { halfLifeDays: number; middle: number } {
  let issue = { halfLifeDays: 90, middle: 0.25 };
  for (const { step } of visible)
    if (step.do === 'reframe') issue = { halfLifeDays: step.halfLifeDays, middle: step.middle };
  return issue;
}

function foldActs(visible: readonly Happened[], lens: QuestionAsked['lens']): Map<number, OracleAct> {
  const acts = new Map<number, OracleAct>();
  for (const { step, act, target, sequence } of visible) {
    const { recorder } = step;
    if (lens.recorders !== null && !lens.recorders.includes(recorder)) continue;
    if (lens.excludeRecorders?.includes(recorder)) continue;
    if (lens.excludeActs?.includes(act)) continue;
    if (step.do === 'record' || step.do === 'withdraw') {
      const { coding } = step;
      acts.set(act, { number: sequence, coding, target, sources: coding.sources, retracted: false });
    }
    const known = acts.get(act);
    if (!known) continue;
    if (step.do === 'correct')
      Object.assign(known, { coding: step.coding, target: null, sources: step.coding.sources });
    if (step.do === 'corroborate') known.sources = [...known.sources, step.source];
    if (step.do === 'retract') known.retracted = true;
    if (step.do === 'reinstate') known.retracted = false;
  }
  return acts;
}
