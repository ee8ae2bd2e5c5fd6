import { parseVerifierKey } from '../../src/domain/audit/verifier-key.js';
import type { Outcome } from '../../src/witnessing/outcome.js';
import { StateFile } from '../../src/witnessing/state-file.js';
import { Watch } from '../../src/witnessing/watch.js';
import { WatchedServer } from '../../src/witnessing/watched-server.js';
import { sha256 } from '../support/sha256.js';

export interface Looking {
  readonly url: string;
  readonly state: string;
  readonly keys?: readonly string[];
  readonly at?: string;
  readonly timeoutMs?: number;
}

/** One look, by an auditor who does not pause for long before he asks again. */
export function look({
  url,
  state,
  keys,
  at = '2025-06-01T12:00:00.000Z',
  timeoutMs = 5000,
}: Looking): Promise<Outcome> {
  const patience = { timeoutMs, pauseMs: 1, signal: new AbortController().signal };
  const trusted = keys?.map((line) => parseVerifierKey(line, sha256)!) ?? null;
  return new Watch({ server: new WatchedServer(url, patience), state: new StateFile(state), trusted, patience }).look(
    at,
  );
}
