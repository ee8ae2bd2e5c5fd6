import type { Cell } from '../../domain/stances/cell.js';
import type { CellKey } from '../../ports/projection.js';

interface Kept extends CellKey {
  readonly cell: Cell;
  /** Counts questions: the least is the one not asked for longest. */
  used: number;
}

/** Cells grow after they were read, so their sizes are only known by looking: each time that so much was read. */
const sweepEvery = 1 / 16;
const keptAfterSweep = 7 / 8;

/**
 * Cells in memory by party and issue, up to so many bytes; the least lately used are let go. Finding one touches
 * nothing but its own entry: a list of all by their use, as caches keep it, costs as much as scanning a small cell.
 */
export class CellCache {
  private readonly parties = new Map<number, Map<number, Kept>>();
  private uses = 0;
  private bytesRead = 0;

  constructor(private readonly bytesMax: number) {}

  get({ party, issue }: CellKey): Cell | undefined {
    const kept = this.parties.get(party)?.get(issue);
    if (!kept) return undefined;
    kept.used = ++this.uses;
    return kept.cell;
  }

  /** What is kept, without counting it as used. */
  peek({ party, issue }: CellKey): Cell | undefined {
    return this.parties.get(party)?.get(issue)?.cell;
  }

  set({ party, issue }: CellKey, cell: Cell): void {
    const cells = this.parties.get(party) ?? new Map<number, Kept>();
    this.parties.set(party, cells);
    cells.set(issue, { party, issue, cell, used: ++this.uses });
    this.bytesRead += cell.byteSize;
    if (this.bytesRead > this.bytesMax * sweepEvery) this.sweep();
  }

  clear(): void {
    this.parties.clear();
    this.bytesRead = 0;
  }

  private sweep(): void {
    this.bytesRead = 0;
    const all = [...this.parties.values()].flatMap((cells) => [...cells.values()]);
    let bytes = all.reduce((sum, { cell }) => sum + cell.byteSize, 0);
    if (bytes <= this.bytesMax) return;
    for (const { party, issue, cell } of all.sort((a, b) => a.used - b.used)) {
      if (bytes <= this.bytesMax * keptAfterSweep) return;
      this.parties.get(party)?.delete(issue);
      bytes -= cell.byteSize;
    }
  }
}
