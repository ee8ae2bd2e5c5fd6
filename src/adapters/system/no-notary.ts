import { NoKey, Notary } from '../../ports/notary.js';

/** Signs nothing, where no key was configured. */
export class NoNotary extends Notary {
  override keys(): readonly [] {
    return [];
  }

  override async last(): Promise<null> {
    return null;
  }

  override async sign(): Promise<never> {
    throw new NoKey('No key was configured to sign checkpoints with; DEMARCHE_KEY names the file of one.');
  }

  override async close(): Promise<void> {
    // There is nothing to close.
  }
}
