const stride = 1024;

/** A text counted in Unicode code points. Precondition: no lone surrogates, which no source may have. */
export class SourceText {
  /** In code points. */
  readonly length: number;
  /** The code unit at which every 1024th code point begins; empty where both counts are the same. */
  private readonly checkpoints: readonly number[];

  constructor(readonly text: string) {
    this.checkpoints = /[\ud800-\udbff]/.test(text) ? checkpointsOf(text) : [];
    this.length = this.codePointsUntil(text.length);
  }

  /** The text between two code point offsets, `end` exclusive; undefined where the text has no such offsets. */
  slice(start: number, end: number): string | undefined {
    const from = this.codeUnitsUntil(start);
    const to = this.codeUnitsUntil(end);
    return from === undefined || to === undefined || to < from ? undefined : this.text.slice(from, to);
  }

  /** The code unit offset of a code point offset, 0 … `length`; undefined for any other number. */
  codeUnitsUntil(codePoints: number): number | undefined {
    if (!Number.isInteger(codePoints) || codePoints < 0 || codePoints > this.length) return undefined;
    if (this.checkpoints.length === 0) return codePoints;
    let unit = this.checkpoints[Math.floor(codePoints / stride)] ?? 0;
    for (let left = codePoints % stride; left > 0; left--) unit += widthAt(this.text, unit);
    return unit;
  }

  /** The code point offset of a code unit offset, which must not lie inside a surrogate pair. */
  codePointsUntil(codeUnits: number): number {
    if (this.checkpoints.length === 0) return codeUnits;
    const checkpoint = lastAtOrBefore(this.checkpoints, codeUnits);
    const from = this.checkpoints[checkpoint] ?? 0;
    return checkpoint * stride + lengthInCodePoints(this.text.slice(from, codeUnits));
  }
}

/** How many Unicode code points a text has; a lone surrogate counts as one. */
export function lengthInCodePoints(text: string): number {
  let count = 0;
  for (let unit = 0; unit < text.length; unit += widthAt(text, unit)) count++;
  return count;
}

/** Whether a text has half of a surrogate pair, so that no UTF-8 can carry it. */
export function hasLoneSurrogates(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function checkpointsOf(text: string): readonly number[] {
  const checkpoints: number[] = [];
  let count = 0;
  for (let unit = 0; unit < text.length; unit += widthAt(text, unit)) {
    if (count % stride === 0) checkpoints.push(unit);
    count++;
  }
  if (count % stride === 0) checkpoints.push(text.length);
  return checkpoints;
}

function widthAt(text: string, unit: number): number {
  return (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
