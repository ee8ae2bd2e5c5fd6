import { openKinds } from '../../../domain/acts/act-kind.js';
import { kindCodes } from '../../../domain/stances/row-codes.js';
import type { FileKind } from '../shared/file-kind.js';

/** Raised whenever rows mean something else or lie otherwise: a new version is another file, built from the log. */
export const viewsVersion = 5;

/** For the index of open matters and whoever asks by it: SQLite takes it only when both say the same. */
export const openKindCodes = openKinds.map((kind) => kindCodes.codeOf(kind)).join(', ');

/**
 * Things are identified in rows by the sequence of their first event (`number`). `until` is the sequence at which the
 * next version of a row began, null while there is none. Instants and recorded times are milliseconds since 1970.
 */
const viewTables = `
  CREATE TABLE checkpoint (
    only INTEGER PRIMARY KEY CHECK (only = 1), log_id TEXT NOT NULL, event_id TEXT NOT NULL,
    sequence INTEGER NOT NULL, recorded_at INTEGER, position TEXT NOT NULL, root TEXT NOT NULL
  ) STRICT;
  -- Places in the log to read on from, every few hundred events.
  CREATE TABLE places (sequence INTEGER PRIMARY KEY, recorded_at INTEGER, position TEXT NOT NULL) STRICT;
  -- Of every eighth level of the tree over the log: 256 hashes of 32 bytes in a tile, and those of no whole tile yet.
  CREATE TABLE tree_tiles (place INTEGER PRIMARY KEY, hashes BLOB NOT NULL) STRICT;
  CREATE TABLE tree_edge (place INTEGER PRIMARY KEY, hash BLOB NOT NULL) STRICT;
  -- The first sequence recorded at each distinct time.
  CREATE TABLE moments (sequence INTEGER PRIMARY KEY, recorded_at INTEGER NOT NULL) STRICT;
  CREATE TABLE entries (
    sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL,
    revision INTEGER NOT NULL, until INTEGER, recorded_at INTEGER NOT NULL, recorder TEXT NOT NULL, type TEXT NOT NULL,
    reason TEXT, cause TEXT, state TEXT NOT NULL, words TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX entries_by_id ON entries (kind, id, revision);
  CREATE TABLE texts (sha256 TEXT PRIMARY KEY, number INTEGER NOT NULL, erased_at INTEGER) STRICT, WITHOUT ROWID;
  CREATE TABLE acts (
    sequence INTEGER PRIMARY KEY, number INTEGER NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, until INTEGER,
    recorded_at INTEGER NOT NULL, recorder TEXT NOT NULL, command TEXT NOT NULL, type TEXT NOT NULL,
    schema_version INTEGER NOT NULL, data TEXT NOT NULL, party INTEGER NOT NULL, kind INTEGER NOT NULL,
    speaker INTEGER NOT NULL, start INTEGER NOT NULL, effective INTEGER NOT NULL, occurred TEXT NOT NULL,
    end INTEGER, retracted INTEGER NOT NULL
  ) STRICT;
  -- What each version of an act is on, by whom, and what it cites; a withdrawal is also on issue 0. Beside the acts,
  -- since these are long and lie far apart.
  CREATE TABLE act_issues (
    sequence INTEGER NOT NULL, issue INTEGER NOT NULL, party INTEGER NOT NULL, act INTEGER NOT NULL,
    PRIMARY KEY (sequence, issue)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE act_sources (
    sequence INTEGER NOT NULL, source INTEGER NOT NULL, effective INTEGER NOT NULL, PRIMARY KEY (sequence, source)
  ) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE act_words USING fts5(words, content='', detail=none, columnsize=0,
    tokenize="unicode61 remove_diacritics 2");
  -- A cell's rows in one block, as columns.
  CREATE TABLE cells (
    party INTEGER NOT NULL, issue INTEGER NOT NULL, rows INTEGER NOT NULL, block BLOB NOT NULL,
    PRIMARY KEY (party, issue)
  ) STRICT;
  -- What changed in it since, in log order: the act's row there is closed, where start is null, or opened, from the
  -- sequence at on.
  CREATE TABLE cell_changes (
    number INTEGER PRIMARY KEY, party INTEGER NOT NULL, issue INTEGER NOT NULL, act INTEGER NOT NULL,
    at INTEGER NOT NULL, start INTEGER, effective INTEGER, end INTEGER, value REAL, kind INTEGER, mode INTEGER,
    attribution INTEGER, grade INTEGER, certainty REAL, speaker INTEGER, text INTEGER
  ) STRICT;
  CREATE INDEX cell_changes_by_cell ON cell_changes (party, issue);
  CREATE TABLE withdrawal_rows (
    act INTEGER NOT NULL, from_sequence INTEGER NOT NULL, until INTEGER, party INTEGER NOT NULL,
    target INTEGER NOT NULL, effective INTEGER NOT NULL, end INTEGER, certainty REAL NOT NULL,
    PRIMARY KEY (act, from_sequence)
  ) STRICT, WITHOUT ROWID;
  -- Stances that the event shifted from one band, [lower, upper), to another.
  CREATE TABLE shifts (
    sequence INTEGER NOT NULL, place INTEGER NOT NULL, party INTEGER NOT NULL, issue INTEGER NOT NULL,
    band_before TEXT NOT NULL, band_after TEXT NOT NULL, before REAL NOT NULL, after REAL NOT NULL,
    lower REAL NOT NULL, upper REAL NOT NULL, PRIMARY KEY (sequence, place)
  ) STRICT, WITHOUT ROWID;
`;

/** Needed by readers and the tail, not while building, when making each at the end is several times cheaper. */
export const lateIndexes = `
  CREATE INDEX IF NOT EXISTS moments_by_time ON moments (recorded_at);
  CREATE INDEX IF NOT EXISTS texts_erased ON texts (erased_at) WHERE erased_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS entries_by_number ON entries (number, revision);
  CREATE UNIQUE INDEX IF NOT EXISTS acts_by_id ON acts (id, revision);
  CREATE INDEX IF NOT EXISTS acts_by_effective ON acts (effective, number);
  CREATE INDEX IF NOT EXISTS acts_by_party ON acts (party, effective, number);
  CREATE INDEX IF NOT EXISTS acts_by_speaker ON acts (speaker, effective, number) WHERE speaker <> 0;
  CREATE INDEX IF NOT EXISTS acts_open ON acts (effective, number, end, retracted, until, kind, party)
    WHERE kind IN (${openKindCodes});
  CREATE INDEX IF NOT EXISTS act_issues_by_cell ON act_issues (issue, party, sequence, act);
  CREATE INDEX IF NOT EXISTS withdrawal_rows_by_party ON withdrawal_rows (party);
`;

/** Needed as soon as a source changes what it is worth; made then, or at the end. */
export const sourceIndex = 'CREATE INDEX IF NOT EXISTS act_sources_by_source ON act_sources (source, effective)';

export const viewsKind: FileKind = {
  name: 'Démarche views file',
  applicationId: 0x446d5677, // "DmVw"
  format: viewsVersion,
  schema: viewTables,
};
