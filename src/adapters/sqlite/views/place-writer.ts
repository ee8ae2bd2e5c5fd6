import type { LogPlace } from '../../../ports/event-log.js';
import type { ViewsConnection } from './views-connection.js';

/** Events between two places that are kept, at least. */
const placeEvery = 256;

/** Keeps places in the log to read on from: one every few hundred events, where they end a batch. */
export class PlaceWriter {
  private last: number | null = null;

  constructor(private readonly views: ViewsConnection) {}

  /** Goes on with another file, or after a write that failed. */
  forget(): void {
    this.last = null;
  }

  note({ sequence, recordedAt, position }: LogPlace): void {
    this.last ??= this.views.one<{ last: number | null }>('SELECT max(sequence) AS last FROM places')?.last ?? 0;
    if (sequence - this.last < placeEvery) return;
    this.views.run(insert, sequence, recordedAt, position);
    this.last = sequence;
  }
}

const insert = 'INSERT OR IGNORE INTO places (sequence, recorded_at, position) VALUES (?, ?, ?)';
