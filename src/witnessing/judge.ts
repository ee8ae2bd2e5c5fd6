import { base64OfHex } from '../domain/audit/base64.js';
import { provesConsistency, type TreeHead } from '../domain/audit/check-consistency.js';
import type { CheckpointText } from '../domain/audit/checkpoint.js';
import { sha256 } from '../verifying/sha256.js';
import { pathIn } from './texts-in.js';
import { type Fault, Refused, type Shown } from './refused.js';

export type Continuation = 'grown' | 'unchanged';

/** The checkpoint that a server shows, and its note. */
export interface ShownCheckpoint {
  readonly note: string;
  readonly checkpoint: CheckpointText;
}

/** Whatever the smaller tree's root and the proof do not give is not believed. */
type Prove = (from: bigint, to: bigint) => Promise<string>;

/**
 * How what is shown continues what was kept, by the proof (RFC 9162 section 2.1.4.2) that the server gives when asked.
 * Precondition: both are of one origin, and signed. @throws Refused `rollback`, `fork`, `inconsistent`
 */
export async function judge(kept: TreeHead, shown: ShownCheckpoint, prove: Prove): Promise<Continuation> {
  const { size, root } = shown.checkpoint;
  const refuse = refusing(shown.note);
  const [was, is] = [described(kept), described(shown.checkpoint)];
  if (size < kept.size) return refuse('rollback', `It showed ${was}, and now shows ${is}: the end of the log is gone.`);
  if (size === kept.size && root === kept.root) return 'unchanged';
  if (size === kept.size) return refuse('fork', `It showed ${was}, and now shows ${is}: there are two logs.`);
  const proof = await prove(kept.size, size);
  const path = pathIn(proof);
  if (path && provesConsistency(sha256, { from: kept, to: { size, root }, path })) return 'grown';
  const why = path ? 'its proof does not hold' : 'what it gives for a proof is none';
  return refuse('inconsistent', `It showed ${was}, and now shows ${is}, which does not continue that: ${why}.`, proof);
}

/** A size and a root for people. */
export function described({ size, root }: TreeHead): string {
  return `${String(size)} events with the root ${base64OfHex(root)}`;
}

function refusing(checkpoint: string): (fault: Fault, message: string, proof?: string) => never {
  return (fault, message, proof) => {
    const shown: Shown = { checkpoint, proof: proof ?? null };
    throw new Refused(fault, message, shown);
  };
}
