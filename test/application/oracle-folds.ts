import type { Grade } from '../../src/domain/sources/source-content.js';
import type { Coding, QuestionAsked, Step, When } from './history.js';

/** A step as the log holds it; `act` is which act it is about, by order of recording. */
export interface Happened {
  readonly sequence: number;
  readonly step: Step;
  readonly act: number;
  /** What the act withdraws, when it is a withdrawal. */
  readonly target: number | null;
}

export interface OracleAct {
  readonly number: number;
  coding: Coding;
  target: number | null;
  sources: readonly number[];
  retracted: boolean;
  /** Who recorded it first. */
  readonly recorder: string;
}

export interface OracleSource {
  grade: Grade;
  published: When;
  retracted: boolean;
}

export const firstGrades: readonly Grade[] = ['A', 'C', 'D', 'F'];
export const firstPublished: When = { raw: '2024-06-01', start: Date.UTC(2024, 5, 1), end: Date.UTC(2024, 5, 2) };

export function foldSources(visible: readonly Happened[]): OracleSource[] {
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

export function foldActs(visible: readonly Happened[], lens: QuestionAsked['lens']): Map<number, OracleAct> {
  const acts = new Map<number, OracleAct>();
  for (const one of visible) if (isSeen(one, lens)) foldAct(acts, one);
  return acts;
}

function isSeen({ step, act }: Happened, lens: QuestionAsked['lens']): boolean {
  const { recorders, excludeRecorders, excludeActs } = lens;
  const byThem = recorders === null || recorders.includes(step.recorder);
  return byThem && !excludeRecorders?.includes(step.recorder) && !excludeActs?.includes(act);
}

function foldAct(acts: Map<number, OracleAct>, { step, act, target, sequence }: Happened): void {
  if (step.do === 'record' || step.do === 'withdraw') {
    const { coding, recorder } = step;
    acts.set(act, { number: sequence, coding, target, sources: coding.sources, retracted: false, recorder });
  }
  const known = acts.get(act);
  if (!known) return;
  if (step.do === 'correct') Object.assign(known, { coding: step.coding, target: null, sources: step.coding.sources });
  if (step.do === 'corroborate') known.sources = [...known.sources, step.source];
  if (step.do === 'retract') known.retracted = true;
  if (step.do === 'reinstate') known.retracted = false;
}
