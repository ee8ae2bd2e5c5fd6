import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../connection/connection.js';
import type { Host } from '../connection/connection-string.js';
import { readEvents } from '../connection/read-events.js';
import { meaningOf, reasonOf } from '../connection/failure.js';
import type { Admin } from './admin.js';
import { AdminFailure } from './admin-failure.js';

/** Looks at a scavenge that is gone before its end is written down, before it counts as broken off. */
const looksMax = 20;
/** Times the first pause between two attempts. */
const lookEvery = 10;

/** One scavenge of one node, to its end. */
export class Scavenge {
  constructor(
    private readonly connection: Connection,
    private readonly admin: Admin,
    private readonly stopping: AbortSignal,
  ) {}

  /** Resolves when the scavenge ended well; `started` is told its id. @throws AdminFailure */
  async of(host: Host, started: (id: string) => Promise<void>): Promise<void> {
    const id = await this.admin.startScavenge(host);
    await started(id);
    for (let looks = 0; looks < looksMax;) {
      const end = await this.endOf(id);
      if (end !== null) {
        refuseUnlessWell(id, end);
        return;
      }
      if ((await this.admin.runningScavenge(host)) !== id) looks += 1;
      await pause(this.connection.timing.pause * lookEvery, undefined, { signal: this.stopping });
    }
    throw new AdminFailure('failed', `scavenge ${id} broke off: nothing says how it ended`);
  }

  /** What the server wrote down at its end; null before. */
  private async endOf(id: string): Promise<unknown> {
    try {
      const stream = `$scavenges-${id}`;
      const read = await readEvents(this.connection, (client) => client.readStream(stream, { requiresLeader: true }));
      return read.find(({ event }) => event?.type === '$scavengeCompleted')?.event?.data ?? null;
    } catch (error) {
      if (meaningOf(error) === 'no-stream') return null;
      throw new AdminFailure('failed', `how scavenge ${id} ended cannot be read: ${reasonOf(error)}`);
    }
  }
}

function refuseUnlessWell(id: string, end: unknown): void {
  const result: unknown = typeof end === 'object' && end !== null ? Reflect.get(end, 'result') : null;
  if (result !== 'Success') throw new AdminFailure('failed', `scavenge ${id} ended: ${JSON.stringify(end)}`);
}
