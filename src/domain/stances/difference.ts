import { type Pull, partsBetween } from './bennet.js';
import type { CellRow } from './cell-row.js';
import { exp2 } from './exp2.js';
import { halfLivesIn } from './half-life.js';
import type { StanceQuestion } from './stance-question.js';
import type { Contribution, Stance } from './stance.js';

export const differenceEffects = ['entered', 'left', 'corrected', 'reweighted'] as const;
export type DifferenceEffect = (typeof differenceEffects)[number];

/** A stance of a cell, with all its contributions, and what it was asked by. */
export interface Side {
  readonly stance: Stance;
  readonly question: StanceQuestion;
  /** The row by which a contributing act, by number, has effect here. */
  readonly rowOf: (act: number) => CellRow;
}

/** What became of one act between two stances. */
export interface DifferencePart {
  readonly act: number;
  readonly effect: DifferenceEffect;
  /** Its part in the change of score; null where one of the stances has no score. */
  readonly part: number | null;
  readonly before: Contribution | null;
  readonly after: Contribution | null;
}

export interface Difference {
  /** The score after less that before; null where one of them is. */
  readonly change: number | null;
  /** The acts of which something changed, the greatest part first; parts sum to the change. */
  readonly parts: readonly DifferencePart[];
}

type Both = Pick<DifferencePart, 'act' | 'before' | 'after'>;

/** What changed from one stance of a cell to another, act by act; `partsBetween` says how the change is attributed. */
export function differenceOf(before: Side, after: Side): Difference {
  const [earlier, later] = [before.stance.score, after.stance.score];
  const newest = [...before.stance.contributions, ...after.stance.contributions].reduce(
    (latest, { effective }) => Math.max(latest, effective),
    -Infinity,
  );
  const acts = inBoth(before.stance, after.stance);
  const pulls = acts.map((each) => [pullOf(each.before, before, newest), pullOf(each.after, after, newest)] as const);
  const change = earlier === null || later === null ? null : later - earlier;
  const parts = earlier === null || later === null ? null : partsBetween(pulls, earlier, later);
  const all = acts.map((each, index): DifferencePart => {
    const effect = effectOf(each, before, after);
    return { ...each, effect, part: parts?.[index] ?? null };
  });
  const changed = all.filter((each) => each.effect !== 'reweighted' || isReweighted(each));
  return { change, parts: changed.sort((a, b) => Math.abs(b.part ?? 0) - Math.abs(a.part ?? 0)) };
}

/** Every act that contributes to one of them, in (effective, act) order of the later, then of the earlier. */
function inBoth(before: Stance, after: Stance): readonly Both[] {
  const earlier = new Map(before.contributions.map((each) => [each.act, each]));
  const later = new Set(after.contributions.map(({ act }) => act));
  return [
    ...after.contributions.map((each) => ({ act: each.act, before: earlier.get(each.act) ?? null, after: each })),
    ...before.contributions.flatMap((each) =>
      later.has(each.act) ? [] : [{ act: each.act, before: each, after: null }],
    ),
  ];
}

/** As of the newest act of both sides, of which nothing decayed, so that what stays the same pulls the same. */
function pullOf(contribution: Contribution | null, { question }: Side, newest: number): Pull {
  if (!contribution) return { term: 0, value: 0 };
  const { weight, standing, effective, value } = contribution;
  const { model, halfLifeDays } = question;
  const decay = model.decays ? exp2(halfLivesIn(effective - newest, halfLifeDays)) : 1;
  return { term: model.termOf(weight, standing, decay), value };
}

function effectOf({ act, before, after }: Both, earlier: Side, later: Side): DifferenceEffect {
  if (before === null) return 'entered';
  if (after === null) return 'left';
  return codingOf(earlier.rowOf(act)) === codingOf(later.rowOf(act)) ? 'reweighted' : 'corrected';
}

/** What only a correction changes: sources may be regraded, and more of them cited, without one. */
function codingOf({ start, effective, end, value, kind, mode, attribution, certainty, speaker }: CellRow): string {
  return [start, effective, end, value, kind, mode, attribution, certainty, speaker].join();
}

function isReweighted({ before, after }: Both): boolean {
  const numbers = ['share', 'weight', 'standing'] as const;
  return numbers.some((number) => before?.[number] !== after?.[number]);
}
