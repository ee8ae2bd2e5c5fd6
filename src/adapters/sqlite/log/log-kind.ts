import type { FileKind } from '../shared/file-kind.js';

/**
 * The third trigger keeps every writer to the rules, this program's or not: no gap, no second event with an id, no
 * time going back. It also refuses `INSERT OR REPLACE`, which deletes without asking the delete trigger.
 */
const schema = `
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorder TEXT NOT NULL,
    assurance TEXT NOT NULL,
    command TEXT NOT NULL,
    correlation TEXT NOT NULL,
    causation TEXT,
    data TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;

  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

  CREATE TRIGGER events_only_follow BEFORE INSERT ON events
  WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM events)
    OR NEW.revision <> (SELECT coalesce(max(revision), -1) + 1 FROM events WHERE stream = NEW.stream)
    OR NEW.recorded_at < (SELECT recorded_at FROM events ORDER BY sequence DESC LIMIT 1)
    OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'an event only follows the last one'); END;
`;

/** `DmLg` in ASCII marks the file as a log. */
export const logKind: FileKind = { name: 'log', applicationId: 0x446d4c67, format: 1, schema };
