import { formatInstant, type Instant } from '../time/instant.js';
import type { Hash, Sha256 } from './hash.js';
import { leafHash } from './tree-hash.js';

/** An event as the log holds it: everything that its leaf commits to but its place, which is the leaf's own. */
export interface CommittedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Without any prefix that a log keeps it under. */
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly recorder: string;
  readonly assurance: string;
  readonly command: string;
  readonly correlation: string;
  readonly causation: string | null;
  /** JSON text as stored, before any upcasting. */
  readonly data: string;
}

/** Leaf version 1 says of nobody more than that he asserted who he is; another assurance needs another version. */
const assuranceOfVersion1 = 'asserted';

/**
 * What the tree commits to (DESIGN section 8): leaf version 1, RFC 8785 canonical JSON. JSON.stringify is canonical
 * for texts, whole numbers and null, and the members stand in the order that the RFC sorts them in.
 * @throws RangeError for an assurance that is not of this version, or a time outside the years 0001 … 9998
 */
export function leafOf(event: CommittedEvent, sha256: Sha256): string {
  const { id, type, schemaVersion, stream, revision, recordedAt, recorder, command, correlation, causation } = event;
  if (event.assurance !== assuranceOfVersion1) throw new RangeError(`no leaf has the assurance ${event.assurance}`);
  return JSON.stringify({
    causation,
    command,
    correlation,
    dataSha256: sha256.ofText(event.data),
    id,
    leaf: 1,
    recordedAt: formatInstant(recordedAt),
    recorder,
    revision,
    schemaVersion,
    stream,
    type,
  });
}

/** The hash that the tree holds for the event. @throws RangeError as `leafOf` */
export function leafHashOf(event: CommittedEvent, sha256: Sha256): Hash {
  return leafHash(sha256, leafOf(event, sha256));
}
