import type { FileKind } from '../shared/file-kind.js';

/** The last signed checkpoint; the triggers keep every writer from going back, or from a second root of one size. */
const schema = `
  CREATE TABLE signed (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    origin TEXT NOT NULL,
    size INTEGER NOT NULL,
    root TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;

  CREATE TRIGGER signed_only_grows BEFORE UPDATE ON signed
  WHEN NEW.origin <> OLD.origin OR NEW.size < OLD.size OR (NEW.size = OLD.size AND NEW.root <> OLD.root)
  BEGIN SELECT RAISE(ABORT, 'a checkpoint only follows the last one'); END;

  CREATE TRIGGER signed_is_kept BEFORE DELETE ON signed
  BEGIN SELECT RAISE(ABORT, 'the last checkpoint is kept'); END;
`;

/** `DmSg` in ASCII marks the file as what a key has signed. */
export const signedKind: FileKind = { name: 'record of signatures', applicationId: 0x446d5367, format: 1, schema };
