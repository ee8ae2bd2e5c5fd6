import type { Hash } from '../domain/audit/hash.js';
import type { VerifierKey } from '../domain/audit/verifier-key.js';

/** A tree that a log claims to have. */
export interface LogHead {
  /** Which log: the origin of its checkpoints. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** A claim that was signed: a checkpoint. */
export interface SignedHead extends LogHead {
  /** The signed note, as it is given out. */
  readonly note: string;
}

/** What is to be signed contradicts what was signed before: one of the two logs was changed. */
export class NotConsistent extends Error {
  override readonly name = 'NotConsistent';
  constructor(
    readonly signed: SignedHead,
    why: string,
  ) {
    super(why);
  }
}

/** There is no key to sign with: none was configured. */
export class NoKey extends Error {
  override readonly name = 'NoKey';
}

/**
 * Signs what a log claims of its tree, and keeps the last that it signed beside its key, so that it never signs what
 * does not continue it: sizes only grow, and no size ever gets two roots, whatever is killed when.
 */
export abstract class Notary {
  /** The keys that checkpoints of this origin may be signed with: the current one first; none when there is none. */
  abstract keys(origin: string): readonly VerifierKey[];
  /** What was signed last; null before the first time. @throws LogAway */
  abstract last(): Promise<SignedHead | null>;
  /**
   * Durable when it resolves. The same claim again gets the same note; `rootAt` tells the claimed tree's root at an
   * earlier size.
   * @throws NotConsistent, NoKey, LogAway
   */
  abstract sign(head: LogHead, rootAt: (size: number) => Hash): Promise<SignedHead>;
  abstract close(): Promise<void>;
}
