import { Cell } from '../../src/domain/stances/cell.js';
import type { CellKey, RowChange } from '../../src/ports/projection.js';
import { type ProjectedBatch, ViewStore } from '../../src/ports/view-store.js';
import { PastInMemory } from './past-in-memory.js';

/** A store of views that keeps nothing but stance cells, as the typed arrays that questions scan. */
export class CellsInMemory extends ViewStore {
  override readonly version = 0;
  private readonly past: PastInMemory;
  private readonly parties = new Map<number, Map<number, Cell>>();

  constructor(log: string) {
    super();
    this.past = new PastInMemory(log);
  }

  get rows(): number {
    const cells = [...this.parties.values()].flatMap((issues) => [...issues.values()]);
    return cells.reduce((sum, { length }) => sum + length, 0);
  }

  override own(): boolean {
    return true;
  }

  override refresh(): void {
    // Nobody else can write to it.
  }

  override checkpoint(): null {
    return null;
  }

  override seed(): null {
    return null;
  }

  override build(): void {
    this.parties.clear();
  }

  override finish(): void {
    // Cells are ready at any time.
  }

  override write(batch: ProjectedBatch): readonly RowChange[] {
    for (const recorded of batch.events) {
      for (const change of batch.project(recorded, this.past)) this.apply(change, recorded.at.sequence);
    }
    return [];
  }

  override close(): void {
    this.past.close();
  }

  private apply(change: RowChange, sequence: number): void {
    if (change.change === 'row-opened') this.cell(change).open(change.row);
    else if (change.change === 'row-closed') this.cell(change).close(change.act, change.at);
    else if (change.change === 'entry') this.past.remember(change, sequence);
    else if (change.change === 'text-captured') this.past.rememberText(change.sha256, sequence);
  }

  private cell({ party, issue }: CellKey): Cell {
    const cells = this.parties.get(party) ?? new Map<number, Cell>();
    const cell = cells.get(issue) ?? Cell.of([]);
    this.parties.set(party, cells);
    cells.set(issue, cell);
    return cell;
  }
}
