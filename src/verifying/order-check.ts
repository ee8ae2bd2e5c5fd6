import type { ExportedEvent } from '../domain/audit/log-export.js';
import type { Faults } from './faults.js';

/** Sequences without a gap, times that never go back, revisions without a gap in each stream, ids used once. */
export class OrderCheck {
  private last: { readonly sequence: number; readonly recordedAt: number } = { sequence: 0, recordedAt: -Infinity };
  private readonly revisions = new Map<string, number>();
  private readonly ids = new Set<string>();

  constructor(private readonly faults: Faults) {}

  add({ sequence, recordedAt, stream, revision, id }: ExportedEvent): void {
    const expected = this.last.sequence + 1;
    if (sequence !== expected) this.faults.add(sequence, `stands where event ${String(expected)} should`);
    if (recordedAt < this.last.recordedAt) this.faults.add(sequence, 'was recorded before the event before it');
    const next = this.revisions.get(stream) ?? 0;
    if (revision !== next) this.faults.add(sequence, `is revision ${revision} of ${stream}, not ${String(next)}`);
    if (this.ids.has(id)) this.faults.add(sequence, `has the id ${id}, as an event before it`);
    this.last = { sequence, recordedAt };
    this.revisions.set(stream, revision + 1);
    this.ids.add(id);
  }
}
