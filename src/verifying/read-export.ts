import { type ExportRecord, isAsWritten, parseRecord } from '../domain/audit/log-export.js';
import { linesIn } from './lines-in.js';
import { Misuse } from './misuse.js';
import type { LogSource } from './verify-log.js';

const carriageReturn = 0x0d;
const sqliteMark = Buffer.from('SQLite format 3\0');
const mark = '\ufeff';

/**
 * The records of an exported log, read as they are needed, and how its lines are not as an export writes them.
 * @throws Misuse for a database
 */
export async function readExport(file: string): Promise<LogSource> {
  const written = new WrittenLines();
  const lines = linesIn(file);
  const first = await lines.next();
  if (!first.done && sqliteMark.equals(first.value.subarray(0, sqliteMark.length)))
    throw new Misuse(`${file} is a SQLite database, not an export: verify it with --log.`);
  const head = first.done ? null : written.read(first.value);
  const checkpoint = head?.kind === 'checkpoint' ? head.note : null;
  const records = recordsIn(lines, written);
  return { checkpoint, records, isExport: true, viewed: null, alterations: () => written.alterations };
}

async function* recordsIn(
  lines: AsyncIterable<Uint8Array>,
  written: WrittenLines,
): AsyncGenerator<ExportRecord | null> {
  for await (const line of lines) yield written.read(line);
}

/** Reads on where lines were only written otherwise, so that it can be told whether anything else was altered. */
class WrittenLines {
  // What is no UTF-8 is not made into something that is.
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly returned = new SomeLines();
  private readonly respelled = new SomeLines();
  private hasMark = false;
  private number = 0;

  read(bytes: Uint8Array): ExportRecord | null {
    this.number += 1;
    const text = this.textOf(this.withoutReturn(bytes));
    return text === null ? null : this.recordIn(this.withoutMark(text));
  }

  /** What was done to the file, as sentences about it. */
  get alterations(): readonly string[] {
    return [
      ...(this.hasMark ? ['the file begins with a byte order mark, which no export has'] : []),
      ...this.returned.that('a carriage return stands before the line feed'),
      ...this.respelled.that(
        'not written as an export writes it, but with other spaces, in another order, with something more or twice',
      ),
    ];
  }

  private recordIn(line: string): ExportRecord | null {
    const record = parseRecord(line);
    if (record && !isAsWritten(record, line)) this.respelled.add(this.number);
    return record;
  }

  private withoutReturn(bytes: Uint8Array): Uint8Array {
    if (bytes.at(-1) !== carriageReturn) return bytes;
    this.returned.add(this.number);
    return bytes.subarray(0, -1);
  }

  private withoutMark(text: string): string {
    if (this.number > 1 || !text.startsWith(mark)) return text;
    this.hasMark = true;
    return text.slice(1);
  }

  private textOf(bytes: Uint8Array): string | null {
    try {
      return this.utf8.decode(bytes);
    } catch {
      return null;
    }
  }
}

/** Lines of which one thing is to be said. */
class SomeLines {
  private first = 0;
  private count = 0;

  add(line: number): void {
    if (this.count === 0) this.first = line;
    this.count += 1;
  }

  that(what: string): readonly string[] {
    if (this.count === 0) return [];
    return [`line ${String(this.first)}${this.count > 1 ? ` and ${String(this.count - 1)} more` : ''}: ${what}`];
  }
}
