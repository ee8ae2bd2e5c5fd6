import { entityOf, logStream } from '../../../domain/shared/stream.js';
import { Chronicle, type EventPlace, type Moment } from '../../../ports/chronicle.js';
import { beginning, type LogPlace } from '../../../ports/event-log.js';
import type { ViewsConnection } from './views-connection.js';

interface MomentRow {
  readonly sequence: number;
  readonly recorded_at: number;
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

  override eventAt(sequence: number): EventPlace | null {
    if (sequence < 1 || sequence > this.lastSequence()) return null;
    const recordedAt = this.recordedAt(sequence) ?? 0;
    const { stream, revision } =
      this.views.one<Pick<EventPlace, 'stream' | 'revision'>>(selectPlace, sequence, sequence) ??
      this.ofLogItself(sequence);
    return { sequence, recordedAt, stream, revision };
  }

  override find(stream: string, revision: number): Moment | null {
    const entity = entityOf(stream);
    if (!entity || !this.views.isOpen) return null;
    const { kind, id } = entity;
    const row =
      kind === 'act'
        ? this.views.one<MomentRow>(
            'SELECT sequence, recorded_at FROM acts WHERE id = ? AND revision = ?',
            id,
            revision,
          )
        : this.views.one<MomentRow>(findEntry, kind, id, revision);
    return row ? { sequence: row.sequence, recordedAt: row.recorded_at } : null;
  }

  override placeBefore(sequence: number): LogPlace {
    const sql = `SELECT sequence, recorded_at AS recordedAt, position FROM places WHERE sequence <= ?
      ORDER BY sequence DESC LIMIT 1`;
    return this.views.one<LogPlace>(sql, sequence) ?? beginning;
  }

  /** Whatever is no row of acts or entries is an event of the log about itself: the others before it are counted. */
  private ofLogItself(sequence: number): Pick<EventPlace, 'stream' | 'revision'> {
    const others = this.views.one<{ count: number }>(countOthers, sequence, sequence)?.count ?? 0;
    return { stream: logStream, revision: sequence - others - 1 };
  }

  private lastSequence(): number {
    return this.views.one<{ sequence: number }>('SELECT sequence FROM checkpoint')?.sequence ?? 0;
  }
}

const findEntry = 'SELECT sequence, recorded_at FROM entries WHERE kind = ? AND id = ? AND revision = ?';
const selectPlace = `SELECT 'act-' || id AS stream, revision FROM acts WHERE sequence = ?
  UNION ALL SELECT kind || '-' || id, revision FROM entries WHERE sequence = ?`;
const countOthers = `SELECT (SELECT count(*) FROM acts WHERE sequence < ?)
  + (SELECT count(*) FROM entries WHERE sequence < ?) AS count`;
