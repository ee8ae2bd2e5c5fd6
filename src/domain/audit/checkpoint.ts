import { base64OfHex, hexOfBase64 } from './base64.js';
import type { TreeHead } from './check-consistency.js';
import { isHash } from './hash.js';
import { partsOf } from './parts-of.js';

/** What a log signs: that its tree had this root at this size (C2SP tlog-checkpoint). */
export interface CheckpointText extends TreeHead {
  /** Which log it is; also the name of the key that signs. */
  readonly origin: string;
}

/** The log's name in checkpoints: ours, with the id that its first event gave it. */
export function originOf(logId: string): string {
  return `demarche/${logId}`;
}

export function formatCheckpoint({ origin, size, root }: CheckpointText): string {
  return `${origin}\n${String(size)}\n${base64OfHex(root)}\n`;
}

/** Reads a note's text; lines after the third are allowed and mean nothing here. Null for what is no checkpoint. */
export function parseCheckpoint(text: string): CheckpointText | null {
  const part = partsOf(text, /^([^\n]+)\n(0|[1-9]\d{0,19})\n([^\n]+)\n(?:[^\n]+\n)*$/);
  const root = hexOfBase64(part(3));
  return root !== null && isHash(root) ? { origin: part(1), size: BigInt(part(2)), root } : null;
}
