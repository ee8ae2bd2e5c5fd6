import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { type ExportedEvent, type ExportRecord, textBroughtBy } from '../../../domain/audit/log-export.js';
import { LogNotReadable } from '../../../ports/event-log.js';
import { Database } from '../shared/driver.js';
import { markOf, mismatchOf } from '../shared/file-kind.js';
import { logKind } from './log-kind.js';
import { readLeaves, type ViewedLeaves } from '../views/read-leaves.js';
import { isBroken } from '../views/views-failure.js';

/** A log to be verified where it lies: its records, and the checkpoint that its key signed last. */
interface LogInFile {
  readonly checkpoint: string | null;
  readonly records: AsyncIterable<ExportRecord>;
  readonly isExport: false;
  readonly viewed: ViewedLeaves | null;
  alterations(): readonly string[];
}

interface TextInFile {
  readonly state: string;
  readonly utf8: Buffer | null;
}

/**
 * Reads a log as it lies in its file, with the texts and the record of signatures beside it, and writes nothing: not
 * through the port, which would trust what it is to be checked for.
 * @param views the directory of a node's views
 * @throws LogNotReadable where the file is no log
 */
export function readLogFile(file: string, views = parse(file).dir): LogInFile {
  assertLog(file);
  const { dir, name, ext } = parse(file);
  const note = withDatabase(join(dir, `${name}-key-signed.db`), (signed) =>
    signed.prepare<[], string>('SELECT note FROM signed').pluck().get(),
  );
  const records = recordsIn(file, join(dir, `${name}-texts${ext}`));
  return { checkpoint: note ?? null, records, isExport: false, viewed: readLeaves(views), alterations: () => [] };
}

function assertLog(file: string): void {
  const mismatch = withDatabase(file, (log) => mismatchOf(asMarked(log, file), logKind));
  if (mismatch !== undefined && mismatch !== null) throw new LogNotReadable(`${file} ${mismatch}.`);
}

function asMarked(log: Database, file: string): ReturnType<typeof markOf> {
  try {
    return markOf(log);
  } catch (error) {
    if (isBroken(error)) throw new LogNotReadable(`${file} is no SQLite log.`, { cause: error });
    const { base, name } = parse(file);
    const why = error instanceof Error ? error.message : String(error);
    // A log in use has files beside it which even a reader opens for writing.
    const remedy = `copy ${base} and all that begins with ${name}- to a directory of your own, verify it there`;
    throw new LogNotReadable(`${file} cannot be read where it is (${why}): ${remedy}.`, { cause: error });
  }
}

async function* recordsIn(file: string, textsFile: string): AsyncGenerator<ExportRecord> {
  const log = new Database(file, { readonly: true });
  const texts = new TextsInFile(textsFile);
  try {
    for (const event of log.prepare<[], ExportedEvent>(selectEvents).iterate()) {
      yield* texts.broughtBy(event);
      yield { kind: 'event', event };
    }
  } finally {
    log.close();
    texts.close();
  }
}

class TextsInFile {
  private readonly database: Database | null;
  private readonly told = new Set<string>();

  constructor(file: string) {
    this.database = existsSync(file) ? new Database(file, { readonly: true }) : null;
  }

  /** The text that an event is the first to bring. */
  broughtBy(event: ExportedEvent): readonly ExportRecord[] {
    const sha256 = textBroughtBy(event);
    if (sha256 === null || this.told.has(sha256)) return [];
    this.told.add(sha256);
    const sql = 'SELECT state, utf8 FROM texts WHERE sha256 = ?';
    const found = this.database?.prepare<[string], TextInFile>(sql).get(sha256);
    return found ? [textRecord(sha256, found)] : [];
  }

  close(): void {
    this.database?.close();
  }
}

function textRecord(sha256: string, { state, utf8 }: TextInFile): ExportRecord {
  if (state === 'present' && utf8) return { kind: 'text', sha256, text: utf8.toString('utf8') };
  return { kind: 'erased', sha256 };
}

function withDatabase<T>(file: string, use: (database: Database) => T): T | null {
  if (!existsSync(file)) return null;
  const database = new Database(file, { readonly: true });
  try {
    return use(database);
  } finally {
    database.close();
  }
}

const selectEvents = `SELECT sequence, id, stream, revision, type, schema_version AS schemaVersion,
  recorded_at AS recordedAt, recorder, assurance, command, correlation, causation, data,
  NULL AS dataSha256, NULL AS leafHash FROM events ORDER BY sequence`;
