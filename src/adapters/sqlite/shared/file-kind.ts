import type { Database } from './driver.js';

/** What tells one of our SQLite files from any other, in the header fields that SQLite keeps for this. */
export interface FileKind {
  readonly name: string;
  readonly applicationId: number;
  /** Stands in `user_version`; a file of a newer format is left alone. */
  readonly format: number;
  readonly schema: string;
}

interface FileMark {
  readonly applicationId: number;
  readonly format: number;
  readonly tables: number;
}

export function markOf(connection: Database): FileMark {
  const mark = connection
    .prepare<[], FileMark>(
      `SELECT application_id AS applicationId, user_version AS format, (SELECT count(*) FROM sqlite_schema) AS tables
       FROM pragma_application_id, pragma_user_version`,
    )
    .get();
  return mark ?? { applicationId: 0, format: 0, tables: 0 };
}

export function isBlank({ applicationId, format, tables }: FileMark): boolean {
  return applicationId === 0 && format === 0 && tables === 0;
}

/** Why the file is not one that this release can use, as the end of a sentence; undefined when it is. */
export function mismatchOf(mark: FileMark, kind: FileKind): string | undefined {
  if (isBlank(mark)) return `is empty, not a ${kind.name}`;
  if (mark.applicationId !== kind.applicationId) return `is a database of another program, not a ${kind.name}`;
  if (mark.format > kind.format) return `${formats(mark, kind)}: use a newer release`;
  return mark.format < kind.format ? formats(mark, kind) : undefined;
}

function formats(mark: FileMark, kind: FileKind): string {
  return `is a ${kind.name} of format ${mark.format}, and this release reads format ${kind.format}`;
}
