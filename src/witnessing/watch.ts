import { type CheckpointText, parseCheckpoint } from '../domain/audit/checkpoint.js';
import { parseNote } from '../domain/audit/note.js';
import { formatVerifierKey, type VerifierKey } from '../domain/audit/verifier-key.js';
import { type Continuation, judge } from './judge.js';
import type { Kept } from './kept.js';
import { keysOnFirstUse } from './keys-on-first-use.js';
import { NotDone } from './not-done.js';
import type { Outcome, Refusal } from './outcome.js';
import { Refused } from './refused.js';
import { signedCheckpoint } from './signed-checkpoint.js';
import type { StateFile } from './state-file.js';
import type { Patience, WatchedServer } from './watched-server.js';

interface Watching {
  readonly server: WatchedServer;
  readonly state: StateFile;
  /** Keys that are believed whatever was kept; null for those that were kept, or at first the server's own. */
  readonly trusted: readonly VerifierKey[] | null;
  readonly patience: Patience;
}

interface Believed {
  readonly outcome: 'first' | Continuation;
  readonly keep: Kept;
}

/** One server, and what was seen of it. */
export class Watch {
  constructor(private readonly watching: Watching) {}

  /** Looks at the server once. What is kept only ever moves to a checkpoint that continues it. */
  async look(at: string): Promise<Outcome> {
    const { server, state, trusted, patience } = this.watching;
    let before: Kept | null = null;
    const nothing = { url: server.url, at, state: state.file, isFirstUse: false, refusal: null, why: null };
    try {
      const { outcome, keep } = await state.update(patience, (kept) => {
        before = kept;
        return this.believe(kept, at);
      });
      return { ...nothing, outcome, before, kept: keep, isFirstUse: outcome === 'first' && trusted === null };
    } catch (error) {
      const kept = { before, kept: before };
      if (error instanceof NotDone) return { ...nothing, ...kept, outcome: 'unreachable', why: error.message };
      if (!(error instanceof Refused)) throw error;
      return { ...nothing, ...kept, outcome: 'refused', refusal: this.refusal(error, before, at) };
    }
  }

  /** @throws Refused; NotDone */
  private async believe(kept: Kept | null, at: string): Promise<Believed> {
    const { server, trusted } = this.watching;
    const note = await server.checkpoint();
    const keys = trusted ?? kept?.keys ?? keysOnFirstUse(note, await server.keys());
    const checkpoint = signedCheckpoint(note, keys);
    const keep = { url: server.url, keys, seenAt: at, note, checkpoint };
    if (!kept) return { outcome: 'first', keep };
    assertSameLog(kept.checkpoint, keep);
    return { outcome: await judge(kept.checkpoint, keep, (from, to) => server.proof(from, to)), keep };
  }

  private refusal({ fault, message: detail, shown }: Refused, kept: Kept | null, at: string): Refusal {
    const note = shown.checkpoint;
    const claimed = note === null ? null : parseCheckpoint(parseNote(note)?.text ?? '');
    const seen = kept && { seenAt: kept.seenAt, checkpoint: kept.note };
    const keys = this.keys(kept).map(formatVerifierKey);
    const name = `${String(kept?.checkpoint.size ?? 0)}.${fault}`;
    const { url } = this.watching.server;
    return {
      fault,
      detail,
      claimed,
      note,
      evidence: this.keep(name, { fault, detail, url, at, keys, kept: seen, shown }),
    };
  }

  private keys(kept: Kept | null): readonly VerifierKey[] {
    return this.watching.trusted ?? kept?.keys ?? [];
  }

  /** A disk that takes no evidence makes no refusal undone. */
  private keep(name: string, evidence: object): string | null {
    try {
      return this.watching.state.keepEvidence(name, evidence);
    } catch {
      return null;
    }
  }
}

function assertSameLog(kept: CheckpointText, { checkpoint, note }: Kept): void {
  const { origin } = checkpoint;
  if (kept.origin === origin) return;
  const shown = { checkpoint: note, proof: null };
  throw new Refused('other-origin', `It is of ${origin}, and what was kept is of ${kept.origin}.`, shown);
}
