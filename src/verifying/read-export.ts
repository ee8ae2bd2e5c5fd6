import { type ExportRecord, parseRecord } from '../domain/audit/log-export.js';
import { type Line, linesIn } from './lines-in.js';
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
  if (!first.done && sqliteMark.equals(first.value.bytes.subarray(0, sqliteMark.length)))
    throw new Misuse(`${file} is a SQLite database, not an export: verify it with --log.`);
  const head = first.done ? null : written.read(first.value);
  const checkpoint = head?.kind === 'checkpoint' ? head.note : null;
  const records = recordsIn(lines, written);
  return { checkpoint, records, isExport: true, viewed: null, alterations: () => written.alterations };
}

async function* recordsIn(lines: AsyncIterable<Line>, written: WrittenLines): AsyncGenerator<ExportRecord | null> {
  for await (const line of lines) yield written.read(line);
}

/** Reads on where only the ends of lines were altered, so that it can be told whether anything else was. */
class WrittenLines {
  // What is no UTF-8 is not made into something that is.
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly returns: number[] = [];
  private hasMark = false;
  private isCut = false;
  private number = 0;

  read({ bytes, isEnded }: Line): ExportRecord | null {
    this.number += 1;
    this.isCut = !isEnded;
    const text = this.textOf(this.withoutReturn(bytes));
    return text === null ? null : parseRecord(this.withoutMark(text));
  }

  /** What was done to the file, as sentences about it. */
  get alterations(): readonly string[] {
    const [first, ...more] = this.returns;
    const others = more.length === 0 ? '' : ` and ${String(more.length)} more`;
    return [
      ...(this.hasMark ? ['the file begins with a byte order mark, which no export has'] : []),
      ...(first === undefined
        ? []
        : [`line ${String(first)}${others} end with a carriage return before the line feed`]),
      ...(this.isCut ? [`line ${String(this.number)}, the last, has no line feed at its end`] : []),
    ];
  }

  private withoutReturn(bytes: Uint8Array): Uint8Array {
    if (bytes.at(-1) !== carriageReturn) return bytes;
    this.returns.push(this.number);
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
