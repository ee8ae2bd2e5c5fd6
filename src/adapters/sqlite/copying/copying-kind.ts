import type { FileKind } from '../shared/file-kind.js';
import { logKind } from '../log/log-kind.js';

/** `DmLc` in ASCII marks the file as the unfinished copy of a log, which nobody takes for a log. */
export const copyingKind: FileKind = { ...logKind, name: 'unfinished copy of a log', applicationId: 0x446d4c63 };
