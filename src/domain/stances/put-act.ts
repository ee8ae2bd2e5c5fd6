import type { InForce } from './in-force.js';

/** Gives an act this standing among acts in force, wherever its place is; 0 takes it out. */
export function putAct(acts: InForce, row: number, standing: number): void {
  takeOut(acts, row);
  if (standing > 0) putIn(acts, row, standing);
}

function takeOut(acts: InForce, row: number): void {
  const place = acts.rangeFrom(row);
  const { first, stop, standing } = rangeAt(acts, place);
  if (place === acts.ranges || first > row) return;
  const parts = [
    { first, stop: row, standing },
    { first: row + 1, stop, standing },
  ];
  replace(acts, { place, many: 1, parts: parts.filter((part) => part.first < part.stop) });
  acts.count -= 1;
}

function putIn(acts: InForce, row: number, standing: number): void {
  const place = acts.rangeFrom(row);
  const left = rangeAt(acts, place - 1);
  const right = rangeAt(acts, place);
  const joined = { first: row, stop: row + 1, standing };
  const replacement = { place, many: 0, parts: [joined] };
  if (right.first === row + 1 && right.standing === standing) {
    joined.stop = right.stop;
    replacement.many += 1;
  }
  if (left.stop === row && left.standing === standing) {
    joined.first = left.first;
    replacement.place -= 1;
    replacement.many += 1;
  }
  replace(acts, replacement);
  acts.count += 1;
}

interface Range {
  readonly first: number;
  readonly stop: number;
  readonly standing: number;
}

/** Where there is none, one that no row is in or next to. */
function rangeAt({ firsts, stops, standings }: InForce, place: number): Range {
  return { first: firsts[place] ?? Infinity, stop: stops[place] ?? -Infinity, standing: standings[place] ?? 0 };
}

interface Replacement {
  readonly place: number;
  /** So many ranges go. */
  readonly many: number;
  readonly parts: readonly Range[];
}

function replace(acts: InForce, { place, many, parts }: Replacement): void {
  acts.firsts.splice(place, many, ...parts.map(({ first }) => first));
  acts.stops.splice(place, many, ...parts.map(({ stop }) => stop));
  acts.standings.splice(place, many, ...parts.map(({ standing }) => standing));
  acts.ranges += parts.length - many;
}
