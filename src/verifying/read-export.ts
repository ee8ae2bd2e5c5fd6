import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type ExportRecord, parseRecord } from '../domain/audit/log-export.js';
import type { LogSource } from './verify-log.js';

/** The records of an exported log, read as they are needed. */
export async function readExport(file: string): Promise<LogSource> {
  const lines = linesOf(file);
  const first = await lines.next();
  const head = first.done ? null : parseRecord(first.value);
  const checkpoint = head?.kind === 'checkpoint' ? head.note : null;
  return { checkpoint, records: recordsIn(lines), isExport: true, viewed: null };
}

async function* recordsIn(lines: AsyncIterable<string>): AsyncGenerator<ExportRecord | null> {
  for await (const line of lines) yield parseRecord(line);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  // A line feed alone ends a line: `readline` would let other characters end one, too.
  yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
}
