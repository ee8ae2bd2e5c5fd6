import type { Hash } from '../../../domain/audit/hash.js';
import { type LogHead, NotConsistent, type SignedHead } from '../../../ports/notary.js';

/** @throws NotConsistent when the claim is not of the log that the signed one is of, or not a later state of it */
export function assertContinues(signed: SignedHead, claimed: LogHead, rootAt: (size: number) => Hash): void {
  if (signed.origin !== claimed.origin) {
    const remedy = 'Give each log a key of its own';
    throw new NotConsistent(signed, `This key signs for ${signed.origin}, not for ${claimed.origin}. ${remedy}.`);
  }
  const size = String(signed.size);
  if (claimed.size < signed.size) {
    const held = String(claimed.size);
    throw new NotConsistent(signed, `A checkpoint of ${size} events was signed, and the log holds ${held}.`);
  }
  const root = claimed.size === signed.size ? claimed.root : rootAt(signed.size);
  if (root === signed.root) return;
  const where = `an event up to sequence ${size} is not what it was`;
  throw new NotConsistent(signed, `The log contradicts the checkpoint of ${size} events that was signed: ${where}.`);
}
