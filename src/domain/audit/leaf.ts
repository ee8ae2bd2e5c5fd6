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

/** A text that is its own JSON but for the quotation marks: nearly all that stand in an envelope. */
const plain = /^[ !#-[\]-~]*$/;

/**
 * What the tree commits to (DESIGN section 8): leaf version 1, RFC 8785 canonical JSON. JSON.stringify is canonical
 * for texts, digits are for whole numbers, and the members stand in the order that the RFC sorts them in. Written
 * member by member, since every event of a log is, in half the time of an object's JSON.
 * @throws RangeError for an assurance that is not of this version, or a time outside the years 0001 … 9998
 */
export function leafOf(event: CommittedEvent, sha256: Sha256): string {
  const { id, type, schemaVersion, stream, revision, recordedAt, recorder, command, correlation, causation } = event;
  if (event.assurance !== assuranceOfVersion1) throw new RangeError(`no leaf has the assurance ${event.assurance}`);
  const cause = causation === null ? 'null' : jsonOf(causation);
  const commanded = `"causation":${cause},"command":${jsonOf(command)},"correlation":${jsonOf(correlation)}`;
  const told = `"dataSha256":"${sha256.ofText(event.data)}","id":${jsonOf(id)},"leaf":1`;
  const recorded = `"recordedAt":"${formatInstant(recordedAt)}","recorder":${jsonOf(recorder)}`;
  const place = `"revision":${revision},"schemaVersion":${schemaVersion},"stream":${jsonOf(stream)}`;
  return `{${commanded},${told},${recorded},${place},"type":${jsonOf(type)}}`;
}

function jsonOf(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** The hash that the tree holds for the event. @throws RangeError as `leafOf` */
export function leafHashOf(event: CommittedEvent, sha256: Sha256): Hash {
  return leafHash(sha256, leafOf(event, sha256));
}
