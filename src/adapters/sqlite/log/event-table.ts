import type { LogEvent, StreamEvent } from '../../../ports/event-log.js';
import type { Database } from '../shared/driver.js';
import { eventColumns, eventOf, type EventRow } from './event-row.js';

export interface Head {
  readonly sequence: number;
  readonly recordedAt: number;
}

const inStream = `id, type, schema_version AS schemaVersion, data, stream, revision, recorder, assurance, command,
  correlation, causation`;

/** The statements of the log, prepared once for a connection. */
export class EventTable {
  private readonly heads;
  private readonly byId;
  private readonly revisions;
  private readonly streams;
  private readonly all;
  private readonly versions;
  private readonly inserts;

  constructor(private readonly connection: Database) {
    this.heads = connection.prepare<[], Head>(
      'SELECT sequence, recorded_at AS recordedAt FROM events ORDER BY sequence DESC LIMIT 1',
    );
    this.byId = connection.prepare<[string], StreamEvent>(`SELECT ${inStream} FROM events WHERE id = ?`);
    this.revisions = connection
      .prepare<[string], number>('SELECT coalesce(max(revision), -1) FROM events WHERE stream = ?')
      .pluck();
    this.streams = connection.prepare<[string], StreamEvent>(
      `SELECT ${inStream} FROM events WHERE stream = ? ORDER BY revision`,
    );
    this.all = connection
      .prepare<[number, number], EventRow>(
        `SELECT ${eventColumns} FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?`,
      )
      .raw();
    this.versions = connection.prepare<[], number>('PRAGMA data_version').pluck();
    this.inserts = connection.prepare<[LogEvent]>(
      `INSERT INTO events VALUES (@sequence, @id, @stream, @revision, @type, @schemaVersion, @recordedAt, @recorder,
         @assurance, @command, @correlation, @causation, @data)`,
    );
  }

  /** Runs the work in one write transaction that has the write lock from its start: what it reads, stays so. */
  transact<T>(work: () => T): T {
    return this.connection.transaction(work).immediate();
  }

  head(): Head | undefined {
    return this.heads.get();
  }

  withId(id: string): StreamEvent | undefined {
    return this.byId.get(id);
  }

  /** Revision of the stream's last event, −1 when there is none. */
  revisionOf(stream: string): number {
    return this.revisions.get(stream) ?? -1;
  }

  ofStream(stream: string): readonly StreamEvent[] {
    return this.streams.all(stream);
  }

  after(sequence: number, limit: number): readonly LogEvent[] {
    return this.all.all(sequence, limit).map(eventOf);
  }

  /** A number that changes when another connection has committed. */
  dataVersion(): number {
    return this.versions.get() ?? 0;
  }

  insert(event: LogEvent): void {
    this.inserts.run(event);
  }
}
