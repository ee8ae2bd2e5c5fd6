import type { Band } from '../../../src/domain/issues/issue-content.js';
import type { CellRow } from '../../../src/domain/stances/cell-row.js';
import { codeBook1 } from '../../../src/domain/stances/code-book-1.js';
import type { Selection } from '../../../src/domain/stances/selection.js';
import type { WithdrawalRow } from '../../../src/domain/stances/withdrawal-row.js';
import { day } from './build.js';

/** Sections 4 and 5 of the design written down word by word, with plain objects, Math.pow and no thought of speed. */
export interface World {
  readonly rows: readonly CellRow[];
  readonly withdrawals: readonly WithdrawalRow[];
  readonly sequence: number;
  readonly model: string;
  readonly halfLifeDays: number;
  readonly bands: readonly Band[];
  readonly selection: Selection;
}

interface Visible {
  readonly from: number;
  readonly to: number;
}

interface Lasting {
  readonly effective: number;
  readonly end: number;
}

function isVisible({ sequence }: World, { from, to }: Visible): boolean {
  return from <= sequence && sequence < to;
}

function isInTime({ effective, end }: Lasting, validAt: number): boolean {
  return effective <= validAt && validAt < end;
}

function standingOf(world: World, act: number, validAt: number): number {
  return world.withdrawals
    .filter((row) => row.target === act && isVisible(world, row))
    .map((row) => 1 - row.certainty * (isInTime(row, validAt) ? standingOf(world, row.act, validAt) : 0))
    .reduce((product, factor) => product * factor, 1);
}

function weightOf({ kind, mode, attribution, grade, certainty }: CellRow): number {
  const force = kind === 'action' ? codeBook1.force.action[mode ?? 'material'] : codeBook1.force[kind];
  return force * codeBook1.attribution[attribution] * codeBook1.reliability[grade] * certainty;
}

function isSelected({ selection }: World, row: CellRow): boolean {
  const { kinds, minReliability, minAttribution, occurredFrom, occurredTo } = selection;
  const { reliability, attribution } = codeBook1;
  const tests = [
    !kinds || kinds.includes(row.kind),
    !minReliability || reliability[row.grade] >= reliability[minReliability],
    !minAttribution || attribution[row.attribution] >= attribution[minAttribution],
    row.start >= (occurredFrom ?? -Infinity),
    row.effective <= (occurredTo ?? Infinity),
  ];
  return !tests.includes(false) && isBySelectedSpeaker(selection, row);
}

function isBySelectedSpeaker({ speakers, mandated }: Selection, { speaker, start, effective }: CellRow): boolean {
  if (speakers && (speaker === 0 || !speakers.has(speaker))) return false;
  return !mandated || (speaker !== 0 && mandated(speaker, start, effective));
}

/** The rows visible at K that pass the lens, in order. */
function rowsOf(world: World): readonly CellRow[] {
  return world.rows
    .filter((row) => isVisible(world, row) && isSelected(world, row))
    .toSorted((a, b) => a.effective - b.effective || a.act - b.act);
}

/** Every act that contributes at T, with its standing. */
function inForce(world: World, validAt: number) {
  return rowsOf(world)
    .filter((row) => isInTime(row, validAt))
    .map((row) => ({ row, standing: standingOf(world, row.act, validAt) }))
    .filter(({ standing }) => standing > 0);
}

export function pendingAt(world: World, validAt: number): readonly number[] {
  return rowsOf(world)
    .filter(({ start, effective }) => start < validAt && validAt < effective)
    .map(({ act }) => act);
}

export function stanceAt(world: World, validAt: number) {
  const all = inForce(world, validAt);
  const parts = partsOf(world, all);
  const total = sum(parts.map(({ part }) => part));
  const shares = parts.map(({ part }) => part / total);
  const values = parts.map(({ row }) => row.value);
  const score = sum(shares.map((share, index) => share * (values[index] ?? 0)));
  const spread = Math.sqrt(sum(shares.map((share, index) => share * ((values[index] ?? 0) - score) ** 2)));
  const strength = strengthOf(world, all, validAt);
  const texts = new Set(all.flatMap(({ row: { text } }) => (text === -1 ? [-1, -2] : [text])));
  const faded = world.model === 'decayed-mean' && strength < 0.1;
  const held = all.length >= 2 && texts.size >= 2;
  const contributions = parts.map(({ row, standing }, index) => ({
    act: row.act,
    weight: weightOf(row),
    standing,
    share: shares[index] ?? 0,
  }));
  if (all.length === 0) return { status: 'undeclared', score: null, strength: 0, spread: 0, contributions: [] };
  return { status: faded ? 'faded' : held ? 'held' : 'provisional', score, strength, spread, contributions };
}

type InForce = ReturnType<typeof inForce>;

/** What share is proportional to, against the newest act so that nothing underflows before it must. */
function partsOf({ model, halfLifeDays }: World, all: InForce) {
  const newest = Math.max(...all.map(({ row }) => row.effective), -Infinity);
  const age = (row: CellRow) => (newest - row.effective) / (halfLifeDays * day);
  const parts = all.map(({ row, standing }) => ({
    row,
    standing,
    part: model === 'mean' ? 1 : weightOf(row) * standing * (model === 'latest' ? 1 : 2 ** -age(row)),
  }));
  return model === 'latest' ? parts.slice(-1) : parts;
}

function strengthOf({ model, halfLifeDays }: World, all: InForce, validAt: number): number {
  if (model === 'mean') return all.length;
  const parts = all.map(({ row, standing }) => {
    const age = (validAt - row.effective) / (halfLifeDays * day);
    return weightOf(row) * standing * (model === 'latest' ? 1 : 2 ** -age);
  });
  return sum(model === 'latest' ? parts.slice(-1) : parts);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Steps in [from, to): instants at which the contributing set or a standing changes, with the acts of each. */
export function stepsOf(world: World, from: number, to: number) {
  const rows = [...world.rows, ...world.withdrawals].filter((row) => isVisible(world, row));
  const instants = new Set(rows.flatMap(({ effective, end }) => [effective, end]));
  return [...instants]
    .filter((instant) => instant >= from && instant < to)
    .toSorted((a, b) => a - b)
    .map((instant) => ({ at: instant, acts: stepActsAt(world, instant) }))
    .filter(({ acts }) => acts.length > 0);
}

function stepActsAt(world: World, instant: number): readonly number[] {
  const standings = [instant - 1, instant].map(
    (validAt) => new Map(inForce(world, validAt).map(({ row, standing }) => [row.act, standing])),
  );
  const acts = rowsOf(world).filter(({ act }) => standings[0]?.get(act) !== standings[1]?.get(act));
  const effectives = new Map(acts.map(({ act, effective }) => [act, effective]));
  for (const act of effectives.keys()) {
    for (const row of changedBehind(world, act, instant)) effectives.set(row.act, row.effective);
  }
  return [...effectives].toSorted(([a, early], [b, late]) => early - late || a - b).map(([act]) => act);
}

/** The withdrawals that name this act whose own standing changes; asked again for each of them. */
function changedBehind(world: World, act: number, instant: number): readonly WithdrawalRow[] {
  const standing = (row: WithdrawalRow, validAt: number) =>
    isInTime(row, validAt) ? standingOf(world, row.act, validAt) : 0;
  return world.withdrawals.filter(
    (row) => row.target === act && isVisible(world, row) && standing(row, instant - 1) !== standing(row, instant),
  );
}
