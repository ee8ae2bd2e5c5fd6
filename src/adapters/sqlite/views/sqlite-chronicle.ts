import { entityOf } from '../../../domain/shared/stream.js';
import { Chronicle, type Moment } from '../../../ports/chronicle.js';
import { beginning, type LogPlace } from '../../../ports/event-log.js';
import type { ViewsConnection } from './views-connection.js';

interface MomentRow {
  readonly sequence: number;
  readonly recorded_at: number;
}

interface LastRow {
  readonly last: number | null;
}

/** When what was recorded, from the views. */
export class SqliteChronicle extends Chronicle {
  constructor(private readonly views: ViewsConnection) {
    super();
  }

  override recordedAt(sequence: number): number | null {
    const sql = 'SELECT recorded_at FROM moments WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1';
    return this.views.one<MomentRow>(sql, sequence)?.recorded_at ?? null;
  }

  override lastBy(time: number): Moment | null {
    const next = 'SELECT sequence FROM moments WHERE recorded_at > ? ORDER BY recorded_at, sequence LIMIT 1';
    const after = this.views.one<MomentRow>(next, time)?.sequence;
    const sequence = after === undefined ? this.lastSequence() : after - 1;
    const recordedAt = this.recordedAt(sequence);
    return recordedAt === null ? null : { sequence, recordedAt };
  }

  override find(stream: string, revision: number): Moment | null {
    const entity = entityOf(stream);
    if (!entity || !this.views.isOpen) return null;
    const { kind, id } = entity;
    const row =
      kind === 'act'
        ? this.views.one<MomentRow>(findAct, id, revision)
        : this.views.one<MomentRow>(findEntry, kind, id, revision);
    return row ? { sequence: row.sequence, recordedAt: row.recorded_at } : null;
  }

  override countOf(stream: string): number {
    const entity = entityOf(stream);
    if (!entity || !this.views.isOpen) return 0;
    const { kind, id } = entity;
    const row =
      kind === 'act' ? this.views.one<LastRow>(lastOfAct, id) : this.views.one<LastRow>(lastOfEntry, kind, id);
    return (row?.last ?? -1) + 1;
  }

  override placeBefore(sequence: number): LogPlace {
    const sql = `SELECT sequence, recorded_at AS recordedAt, position FROM places WHERE sequence <= ?
      ORDER BY sequence DESC LIMIT 1`;
    return this.views.one<LogPlace>(sql, sequence) ?? beginning;
  }

  private lastSequence(): number {
    return this.views.one<{ sequence: number }>('SELECT sequence FROM checkpoint')?.sequence ?? 0;
  }
}

const findAct = 'SELECT sequence, recorded_at FROM acts WHERE id = ? AND revision = ?';
const lastOfAct = 'SELECT max(revision) AS last FROM acts WHERE id = ?';
const lastOfEntry = 'SELECT max(revision) AS last FROM entries WHERE kind = ? AND id = ?';
const findEntry = 'SELECT sequence, recorded_at FROM entries WHERE kind = ? AND id = ? AND revision = ?';
