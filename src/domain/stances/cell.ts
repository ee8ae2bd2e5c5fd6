import type { Instant } from '../time/instant.js';
import { type CellRow, severalTexts } from './cell-row.js';
import type { CodeBook } from './code-book.js';
import { bytesPerRow, Columns } from './columns.js';
import type { Decay } from './decay.js';
import { Decays } from './decays.js';
import { Exceptions } from './exceptions.js';
import type { Withdrawals } from './withdrawals.js';

/** What the objects around the columns take, measured. */
const bytesPerCell = 2500;

/**
 * The history of one party on one issue as typed arrays, rows in (effective, act, from) order whatever the order of
 * discovery: every stance is a scan of them from the front, so its sums agree to the last bit.
 */
export class Cell {
  columns: Columns;
  /** The greatest effective − start: no act can be pending whose effective lies farther than this after T. */
  widest = 0;
  /** The last sequence at which a row began or ended to have effect. */
  changedAt = 0;
  private rows = 0;
  /** As far as it is known; −1 before anybody asked. */
  private secondText = -1;
  private readonly decays = new Decays();
  private latest: Decay | null = null;
  private known: Exceptions | null = null;

  private constructor(capacity: number) {
    this.columns = new Columns(capacity);
  }

  /** A cell of these rows; rows already in order cost least. `expected` sizes the columns. */
  static of(rows: Iterable<CellRow>, expected = 0): Cell {
    const cell = new Cell(expected);
    for (const row of rows) cell.open(row);
    return cell;
  }

  /** A cell as `packed` gave it; its block of memory is used as it is. */
  static unpack(block: ArrayBuffer): Cell {
    if (block.byteLength % bytesPerRow > 0) throw new RangeError(`${block.byteLength} bytes are no rows of a cell`);
    const cell = new Cell(0);
    cell.rows = block.byteLength / bytesPerRow;
    cell.columns = new Columns(cell.rows, block);
    for (let row = 0; row < cell.rows; row++) cell.note(row);
    return cell;
  }

  /** All rows in one block, to be kept and unpacked by the same release on a machine of the same byte order. */
  packed(): Uint8Array {
    const { columns, rows } = this;
    return (columns.capacity === rows ? columns : columns.resized(rows)).bytes;
  }

  get length(): number {
    return this.rows;
  }

  get byteSize(): number {
    return bytesPerCell + this.columns.byteSize + this.decays.byteSize + (this.known?.byteSize ?? 0);
  }

  rowAt(row: number): CellRow {
    if (!(row >= 0 && row < this.rows)) throw new RangeError(`no row ${row} of ${this.rows}`);
    return this.columns.read(row);
  }

  /** Adds a row; one with the same act and `from` is already there when events are replayed, and changes nothing. */
  open(row: CellRow): void {
    const place = this.placeOf(row);
    if (place > 0 && this.isRow(place - 1, row)) return;
    if (this.rows === this.columns.capacity) this.columns = this.columns.resized(this.rows + (this.rows >> 1) + 4);
    if (place < this.rows) this.columns.makeRoom(place, this.rows);
    this.columns.write(place, row);
    this.rows += 1;
    if (place <= this.secondText) this.secondText = -1;
    this.note(place);
    this.decays.insert(this.columns, place);
    this.known?.insert(this.columns, place);
  }

  /** Ends what that act has open since before this sequence; a repeat changes nothing. */
  close(act: number, sequence: number): void {
    const { columns } = this;
    for (let row = this.rows - 1; row >= 0; row--) {
      const isOpen = columns.act[row] === act && columns.to[row] === Infinity;
      if (isOpen && (columns.from[row] ?? 0) < sequence) {
        columns.to[row] = sequence;
        this.changedAt = Math.max(this.changedAt, sequence);
        this.known?.close(columns, row);
        this.decays.touch(row);
        return; // an act has one open row
      }
    }
  }

  /** The first row whose effective is after T; `length` if none. */
  firstAfter(validAt: Instant): number {
    const { effective } = this.columns;
    if ((effective[this.rows - 1] ?? 0) <= validAt) return this.rows;
    return this.firstWhere((row) => (effective[row] ?? 0) > validAt);
  }

  decay(codeBook: CodeBook, halfLifeDays: number): Decay {
    const { latest } = this;
    // Most questions come with the issue's own half-life: cells are many and cold, and each step to them is a wait.
    if (latest?.isUpTo(this.rows) && latest.halfLifeDays === halfLifeDays && latest.codeBook === codeBook)
      return latest;
    const decay = this.decays.of(codeBook, halfLifeDays);
    decay.extend(this.columns, this.rows);
    this.latest = decay;
    return decay;
  }

  /** The first row with which the rows from the front on show two texts; Infinity if none. */
  get secondTextRow(): number {
    if (this.secondText < 0) this.secondText = this.findSecondText();
    return this.secondText;
  }

  /** A row's value: read where the latest scan was, if it can be. */
  valueOf(row: number): number {
    return this.latest?.has(row) ? this.latest.valueOf(row) : (this.columns.value[row] ?? 0);
  }

  /** The rows that a scan must look at, given these withdrawals. */
  exceptions(withdrawals: Withdrawals): Exceptions {
    if (!this.known?.isAbout(withdrawals)) this.known = new Exceptions(withdrawals);
    this.known.extend(this.columns, this.rows);
    return this.known;
  }

  private findSecondText(): number {
    const { text } = this.columns;
    if (text[0] === severalTexts) return 0;
    for (let row = 1; row < this.rows; row++) if (text[row] !== text[0]) return row;
    return Infinity;
  }

  private note(row: number): void {
    const { effective, start, from, to } = this.columns;
    this.widest = Math.max(this.widest, (effective[row] ?? 0) - (start[row] ?? 0));
    const closed = to[row] ?? 0;
    this.changedAt = Math.max(this.changedAt, closed === Infinity ? (from[row] ?? 0) : closed);
  }

  /** After the last row that is not greater: appending is the common case and is tried first. */
  private placeOf(row: CellRow): number {
    if (this.rows === 0 || !this.isAfter(this.rows - 1, row)) return this.rows;
    return this.firstWhere((place) => this.isAfter(place, row));
  }

  private isAfter(place: number, row: CellRow): boolean {
    const { effective, act, from } = this.columns;
    if (effective[place] !== row.effective) return (effective[place] ?? 0) > row.effective;
    if (act[place] !== row.act) return (act[place] ?? 0) > row.act;
    return (from[place] ?? 0) > row.from;
  }

  private isRow(place: number, row: CellRow): boolean {
    return this.columns.act[place] === row.act && this.columns.from[place] === row.from;
  }

  private firstWhere(holds: (row: number) => boolean): number {
    let low = 0;
    let high = this.rows;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
