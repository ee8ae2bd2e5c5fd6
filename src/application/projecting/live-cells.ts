import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Cell } from '../../domain/stances/cell.js';
import type { Withdrawals } from '../../domain/stances/withdrawals.js';
import { type ActLabel, Cells } from '../../ports/cells.js';
import type { CellKey, RowChange } from '../../ports/projection.js';
import { CellCache } from './cell-cache.js';

/** How much of the memory cells may take, in bytes. */
export abstract class CellMemory {
  abstract readonly bytes: number;
}

const partiesRemembered = 10_000;
const labelsRemembered = 50_000;

/** Cells in memory: read from the views on first use, kept up with the log by the runner, the least used let go. */
@Injectable()
export class LiveCells {
  private readonly cells: CellCache;
  private readonly parties = new Map<number, Withdrawals>();
  private readonly labels = new LRUCache<number, ActLabel>({ max: labelsRemembered });

  constructor(
    private readonly stored: Cells,
    { bytes }: CellMemory,
  ) {
    this.cells = new CellCache(bytes);
  }

  cell(key: CellKey): Cell {
    const known = this.cells.get(key);
    if (known) return known;
    const cell = this.stored.cell(key);
    this.cells.set(key, cell);
    return cell;
  }

  withdrawals(party: number): Withdrawals {
    const known = this.parties.get(party);
    if (known) return known;
    const withdrawals = this.stored.withdrawals(party);
    if (this.parties.size >= partiesRemembered) this.parties.clear();
    this.parties.set(party, withdrawals);
    return withdrawals;
  }

  /** How readers know the act with this number, as it was known at K. */
  label(act: number, sequence: number): ActLabel {
    const known = this.labels.get(act);
    if (known && known.from <= sequence && sequence < (known.until ?? Infinity)) return known;
    const label = this.stored.label(act, sequence);
    this.labels.set(act, label);
    return label;
  }

  /** Follows rows that were committed; what is not in memory is left to be read when it is asked for. */
  follow(changes: readonly RowChange[]): void {
    for (const change of changes) this.followOne(change);
  }

  /** Forgets everything: rows were committed that were not followed. */
  clear(): void {
    this.cells.clear();
    this.parties.clear();
    this.labels.clear();
  }

  private followOne(change: RowChange): void {
    switch (change.change) {
      case 'row-opened':
        this.cells.peek(change)?.open(change.row);
        break;
      case 'row-closed':
        this.cells.peek(change)?.close(change.act, change.at);
        break;
      case 'withdrawal-opened':
        this.parties.get(change.party)?.open(change.row);
        break;
      case 'withdrawal-closed':
        this.parties.get(change.party)?.close(change.act, change.at);
        break;
      case 'act':
        this.labels.delete(change.number);
        break;
      case 'entry':
      case 'text-captured':
      case 'text-erased':
      case 'shift':
        break;
    }
  }
}
