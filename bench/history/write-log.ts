import { createHash } from 'node:crypto';
import { SqliteEventLog } from '../../src/adapters/sqlite/log/sqlite-event-log.js';
import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { SqliteTexts } from '../../src/adapters/sqlite/texts/sqlite-texts.js';
import type { DomainEvent } from '../../src/domain/shared/domain-event.js';
import { Codec } from '../../src/domain/shared/codec.js';
import { ActsMaker, historyStart } from './acts.js';
import { catalogueEvents, catalogueSize, textOf } from './catalogue.js';
import { Random } from './random.js';

export interface HistorySize {
  readonly acts: number;
  readonly seed: number;
}

export interface LogFiles {
  readonly log: string;
  readonly texts: string;
}

export type Progress = (done: number) => void;

interface PlacedEvent {
  readonly stream: string;
  readonly event: DomainEvent;
  readonly recordedAt: number;
}

const perTransaction = 10_000;
const columns = 13;

/** Makes a log with its texts: opened by the adapters, then filled past the port, which would take ten times as long. */
export async function writeLog(files: LogFiles, size: HistorySize, progress: Progress): Promise<void> {
  const log = await SqliteEventLog.open({ file: files.log, clock: { now: () => historyStart } });
  await log.close();
  await writeTexts(files.texts);
  const database = new Database(files.log);
  try {
    database.pragma('synchronous = OFF');
    database.pragma('cache_size = -524288');
    withoutTriggers(database, () => fill(database, size, progress));
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

async function writeTexts(file: string): Promise<void> {
  const texts = await SqliteTexts.open({ file });
  for (let number = 0; number < catalogueSize.texts; number++) {
    const text = textOf(number);
    await texts.put(createHash('sha256').update(text).digest('hex'), text);
  }
  await texts.close();
}

/** What is written here follows by construction; the triggers come back before anything else opens the file. */
function withoutTriggers(database: Database, work: () => void): void {
  const triggers = database
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of triggers) database.exec(sql);
}

function fill(database: Database, size: HistorySize, progress: Progress): void {
  const insert = database.prepare(`INSERT INTO events VALUES (${Array(columns).fill('?').join(', ')})`);
  const random = new Random(size.seed + 1_000_000);
  const codec = new Codec();
  const revisions = new Map<string, number>();
  let sequence = 1;
  database.exec('BEGIN');
  for (const { stream, event, recordedAt } of everyEvent(size)) {
    const { type, schemaVersion, data } = codec.encode(event);
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const command = random.uuid();
    const envelope = ['bench', 'asserted', command, command, null, data];
    insert.run(++sequence, random.uuid(), stream, revision, type, schemaVersion, recordedAt, ...envelope);
    if (sequence % perTransaction > 0) continue;
    database.exec('COMMIT; BEGIN');
    progress(sequence);
  }
  database.exec('COMMIT');
}

function* everyEvent({ acts, seed }: HistorySize): Generator<PlacedEvent> {
  for (const placed of catalogueEvents()) yield { ...placed, recordedAt: historyStart };
  yield* new ActsMaker(seed).events(acts);
}
