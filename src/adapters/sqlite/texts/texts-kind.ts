import type { FileKind } from '../shared/file-kind.js';

/**
 * A text is `erasing` from the moment it can no longer be read until its bytes are gone from the files, so that an
 * erasure which a crash cut short is seen and completed.
 */
const schema = `
  CREATE TABLE texts (
    sha256 TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('present', 'erasing', 'erased')),
    utf8 BLOB,
    CHECK ((state = 'present') = (utf8 IS NOT NULL))
  ) STRICT;
`;

/** `DmTx` in ASCII marks the file as a store of texts. */
export const textsKind: FileKind = { name: 'store of texts', applicationId: 0x446d5478, format: 1, schema };
