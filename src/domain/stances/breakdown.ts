import { exp2 } from './exp2.js';
import { halfLivesIn } from './half-life.js';
import type { StanceQuestion } from './stance-question.js';
import type { Contribution } from './stance.js';

/** What a part of a stance rests on; null where an act has no such key, such as one without a speaker. */
export type Key = string | null;

/** The part of a stance that acts of one key have. */
export interface StancePart {
  readonly key: Key;
  readonly acts: number;
  /** The shares of all parts sum to 1. */
  readonly share: number;
  /** What these acts alone would score, each with as much of it as is under this key. */
  readonly score: number;
}

/** A contribution, and how much of it is under a key: all, or an equal part where it has several keys. */
interface Portion {
  readonly contribution: Contribution;
  readonly portion: number;
}

/**
 * A stance in parts by what `keysOf` says of each contributing act, by number: at least one key, each once. An act
 * with several keys counts under each with an equal portion. The greatest share first, equal ones by key.
 */
export function breakdownOf(
  contributions: readonly Contribution[],
  keysOf: (act: number) => readonly Key[],
  question: StanceQuestion,
): readonly StancePart[] {
  const groups = new Map<Key, Portion[]>();
  for (const contribution of contributions) {
    const keys = keysOf(contribution.act);
    for (const key of keys) {
      const group = groups.get(key) ?? [];
      group.push({ contribution, portion: 1 / keys.length });
      groups.set(key, group);
    }
  }
  const parts = [...groups].map(([key, group]) => partOf(key, group, question));
  return parts.sort((a, b) => b.share - a.share || compareKeys(a.key, b.key));
}

function partOf(key: Key, group: readonly Portion[], question: StanceQuestion): StancePart {
  const share = group.reduce((sum, { contribution, portion }) => sum + contribution.share * portion, 0);
  return { key, acts: group.length, share, score: scoreOf(group, question) };
}

/** As of its own newest act, of which nothing decayed: shares of the whole may be too small to divide by. */
function scoreOf(group: readonly Portion[], { model, halfLifeDays }: StanceQuestion): number {
  const newest = group.reduce((latest, { contribution }) => Math.max(latest, contribution.effective), -Infinity);
  let [total, weighted, least, greatest] = [0, 0, Infinity, -Infinity];
  for (const { contribution, portion } of group) {
    const { weight, standing, effective, value } = contribution;
    const decay = model.decays ? exp2(halfLivesIn(effective - newest, halfLifeDays)) : 1;
    const term = model.termOf(weight, standing, decay) * portion;
    total += term;
    weighted += term * value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return Math.min(Math.max(weighted / total, least), greatest) + 0;
}

/** By code units, so that every machine has the same order; no key comes last. */
function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
