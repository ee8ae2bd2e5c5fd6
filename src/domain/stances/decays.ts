import type { CodeBook } from './code-book.js';
import type { Columns } from './columns.js';
import { Decay } from './decay.js';

/** One for the issue's own half-life, one for whoever asks with another. */
const keptMax = 2;

/** The derived columns of a cell that were used last, bounded because a half-life is whatever a client asks with. */
export class Decays {
  private readonly kept: Decay[] = [];

  get byteSize(): number {
    return this.kept.reduce((sum, decay) => sum + decay.byteSize, 0);
  }

  of(codeBook: CodeBook, halfLifeDays: number): Decay {
    const [newest] = this.kept;
    if (newest?.halfLifeDays === halfLifeDays && newest.codeBook === codeBook) return newest;
    const place = this.kept.findIndex((decay) => decay.halfLifeDays === halfLifeDays && decay.codeBook === codeBook);
    const [found = new Decay(codeBook, halfLifeDays)] = place < 0 ? [] : this.kept.splice(place, 1);
    this.kept.unshift(found);
    this.kept.length = Math.min(this.kept.length, keptMax);
    return found;
  }

  /** Follows a row that now counts for something else. */
  touch(row: number): void {
    for (const { settled } of this.kept) settled.touch(row);
  }

  insert(columns: Columns, row: number): void {
    for (const decay of this.kept) decay.insert(columns, row);
  }
}
