import type { RemovalPlace } from './text-removal.js';

export type StoredText =
  { readonly state: 'present'; readonly text: string } | { readonly state: 'erased' } | { readonly state: 'absent' };

/** What is kept under the hash no longer has it: the store was changed or damaged outside of this program. */
export class TextDamaged extends Error {
  override readonly name = 'TextDamaged';
  constructor(readonly sha256: string) {
    super(`the text kept as ${sha256} no longer has that hash`);
  }
}

/**
 * Keeps source texts by the SHA-256 (lower-case hex) of their UTF-8 bytes, outside the log. A text, once put, comes
 * back code unit for code unit; once erased, it is gone from every file and can never be put again. The failures are
 * the log's: `LogNotReadable` on opening, `LogAway` when the store cannot be reached or is closed.
 */
export abstract class Texts {
  /**
   * Durable when it resolves; putting the same text again changes nothing. Resolves to `erased` where it was erased.
   * @throws LogAway, RangeError for a text under another's hash or with a lone surrogate, which has no UTF-8
   */
  abstract put(sha256: string, text: string): Promise<'stored' | 'erased'>;
  /**
   * `wasPut`: it is certain that it was put once, so that a server which has nothing of it is behind, and not believed.
   * @throws LogAway, TextDamaged
   */
  abstract get(sha256: string, wasPut?: boolean): Promise<StoredText>;
  /**
   * Idempotent; also marks a text that was never put, so that it never can be. When it fails the text may already be
   * unreadable but not yet gone from the files: erase again. Where other servers keep the bytes it resolves as soon as
   * nobody can read the text; they are then made to remove them, again and again, for as long as the store is open.
   * @throws LogAway
   */
  abstract erase(sha256: string): Promise<void>;
  /** What became of the bytes, place by place; empty while the text is not erased. @throws LogAway */
  abstract removal(sha256: string): Promise<readonly RemovalPlace[]>;
  abstract close(): Promise<void>;
}
