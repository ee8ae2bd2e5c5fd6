import type { FoldedText } from './folded-text.js';

const chunk = 8192;

/** Collects a folded text unit by unit, the way back in typed arrays: a text can have a million units. */
export class FoldedTextBuilder {
  private readonly units: number[] = [];
  private starts: Uint32Array;
  private ends: Uint32Array;

  constructor(capacity: number) {
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
  }

  append(unit: number, start: number, end: number): void {
    const at = this.units.push(unit) - 1;
    if (at === this.starts.length) this.grow();
    this.starts[at] = start;
    this.ends[at] = end;
  }

  endsWith(unit: number): boolean {
    return this.units.at(-1) === unit;
  }

  /** Lets the last unit stand for the original until `end`. */
  extend(end: number): void {
    this.ends[this.units.length - 1] = end;
  }

  build(): FoldedText {
    const { length } = this.units;
    let text = '';
    for (let at = 0; at < length; at += chunk) text += String.fromCharCode(...this.units.slice(at, at + chunk));
    return { text, starts: this.starts.subarray(0, length), ends: this.ends.subarray(0, length) };
  }

  private grow(): void {
    const { starts, ends } = this;
    const capacity = 2 * starts.length + 16;
    (this.starts = new Uint32Array(capacity)).set(starts);
    (this.ends = new Uint32Array(capacity)).set(ends);
  }
}
