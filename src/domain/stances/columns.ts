import type { ActKind } from '../acts/act-kind.js';
import type { CellRow } from './cell-row.js';
import { attributionCodes, gradeCodes, kindCodes, modeCodes } from './row-codes.js';

/** What a row takes; a block of n rows is n times that. */
export const bytesPerRow = 8 * 8 + 2 * 4 + 4;

/**
 * Rows of a cell as typed arrays over one buffer: most cells are small, and every buffer costs.
 * Reads below say `?? 0` to the type checker only; a row below the capacity is always there.
 */
export class Columns {
  readonly act: Float64Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly start: Float64Array;
  readonly effective: Float64Array;
  readonly end: Float64Array;
  readonly value: Float64Array;
  readonly certainty: Float64Array;
  readonly speaker: Int32Array;
  readonly text: Int32Array;
  /** Codes of kind, mode, attribution and grade, four bytes a row. */
  readonly traits: Uint8Array;

  /** Over a block of memory of that many rows, or over a new one. */
  constructor(
    readonly capacity: number,
    private readonly buffer = new ArrayBuffer(capacity * bytesPerRow),
  ) {
    const wide = (place: number) => new Float64Array(buffer, place * 8 * capacity, capacity);
    this.act = wide(0);
    this.from = wide(1);
    this.to = wide(2);
    this.start = wide(3);
    this.effective = wide(4);
    this.end = wide(5);
    this.value = wide(6);
    this.certainty = wide(7);
    this.speaker = new Int32Array(buffer, 64 * capacity, capacity);
    this.text = new Int32Array(buffer, 68 * capacity, capacity);
    this.traits = new Uint8Array(buffer, 72 * capacity, 4 * capacity);
  }

  get byteSize(): number {
    return this.capacity * bytesPerRow;
  }

  /** All of it as bytes, in the order of the machine's own numbers: a block to make the same columns over. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.buffer);
  }

  /** The same rows with room for more, or for no more than there are. */
  resized(capacity: number): Columns {
    const copy = new Columns(capacity);
    const target = copy.all();
    this.all().forEach((column, place) => {
      const width = column === this.traits ? 4 : 1;
      target[place]?.set(column.subarray(0, Math.min(capacity, this.capacity) * width));
    });
    return copy;
  }

  /** Makes room for one row at `row` by moving those behind it. */
  makeRoom(row: number, length: number): void {
    for (const column of this.all()) {
      const width = column === this.traits ? 4 : 1;
      column.copyWithin((row + 1) * width, row * width, length * width);
    }
  }

  write(at: number, row: CellRow): void {
    this.act[at] = row.act;
    this.from[at] = row.from;
    this.to[at] = row.to;
    this.start[at] = row.start;
    this.effective[at] = row.effective;
    this.end[at] = row.end;
    this.value[at] = row.value + 0; // −0 becomes 0
    this.certainty[at] = row.certainty;
    this.speaker[at] = narrow(row.speaker);
    this.text[at] = narrow(row.text);
    this.traits[at * 4] = kindCodes.codeOf(row.kind);
    this.traits[at * 4 + 1] = modeCodes.codeOf(row.mode);
    this.traits[at * 4 + 2] = attributionCodes.codeOf(row.attribution);
    this.traits[at * 4 + 3] = gradeCodes.codeOf(row.grade);
  }

  read(at: number): CellRow {
    const number = (column: Float64Array | Int32Array): number => column[at] ?? 0;
    const trait = (place: number): number => this.traits[at * 4 + place] ?? 0;
    return {
      act: number(this.act),
      from: number(this.from),
      to: number(this.to),
      start: number(this.start),
      effective: number(this.effective),
      end: number(this.end),
      value: number(this.value),
      kind: this.kindOf(at),
      mode: modeCodes.nameOf(trait(1)),
      attribution: attributionCodes.nameOf(trait(2)),
      grade: gradeCodes.nameOf(trait(3)),
      certainty: number(this.certainty),
      speaker: number(this.speaker),
      text: number(this.text),
    };
  }

  kindOf(at: number): ActKind {
    return kindCodes.nameOf(this.traits[at * 4] ?? 0);
  }

  /** Whether a row has effect at K. */
  isVisible(at: number, sequence: number): boolean {
    return (this.from[at] ?? 0) <= sequence && sequence < (this.to[at] ?? 0);
  }

  /** Whether two rows say the same of an act, whenever they had effect. */
  isAlike(one: number, other: number): boolean {
    const { start, effective, end, value, certainty, speaker, text, traits } = this;
    const columns = [start, effective, end, value, certainty, speaker, text];
    const isTraitAlike = (trait: number): boolean => traits[one * 4 + trait] === traits[other * 4 + trait];
    return columns.every((column) => column[one] === column[other]) && [0, 1, 2, 3].every(isTraitAlike);
  }

  private all(): readonly (Float64Array | Int32Array | Uint8Array)[] {
    const { act, from, to, start, effective, end, value, certainty, speaker, text, traits } = this;
    return [act, from, to, start, effective, end, value, certainty, speaker, text, traits];
  }
}

/** A number that an Int32 column holds as it is; it would hold another without a word. */
function narrow(number: number): number {
  if ((number | 0) !== number) throw new RangeError(`not a 32-bit integer: ${number}`);
  return number;
}
