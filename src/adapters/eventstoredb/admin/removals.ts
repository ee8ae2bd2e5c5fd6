import { setTimeout as pause } from 'node:timers/promises';
import type { RemovalPlace } from '../../../ports/text-removal.js';
import { isRemoved } from '../../../ports/text-removal.js';
import type { Connection } from '../connection/connection.js';
import type { Host } from '../connection/connection-string.js';
import { reasonOf } from '../connection/failure.js';
import { type Admin, placeOf } from './admin.js';
import { AdminFailure } from './admin-failure.js';
import { RemovalRecords } from './removal-records.js';
import { settledSoon } from '../connection/settled-soon.js';
import { pauseBefore } from '../connection/timing.js';
import { Scavenge } from './scavenge.js';

/**
 * Scavenges in a row that have to end well. One may go on with an older one that was broken off, a next one may stop at
 * a point that was set before the text was erased; the third passes over the tombstone, whoever else scavenges.
 */
const scavengesNeeded = 3;
/** Scavenges are dear: between two attempts it waits longer than between two calls. */
const patience = { pause: 20, pauseMax: 150 };

/** Has every node of the cluster remove the bytes of erased texts, one node after the other, until all have. */
export class Removals {
  private readonly records: RemovalRecords;
  private readonly driven = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly scavenge: Scavenge;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    prefix: string,
    private readonly admin: Admin,
  ) {
    this.records = new RemovalRecords(connection, prefix);
    this.scavenge = new Scavenge(connection, admin, this.stopping.signal);
  }

  of(sha256: string): Promise<readonly RemovalPlace[]> {
    return this.records.latest(sha256);
  }

  /** Begins, or goes on; what fails is tried again for as long as the store is open. */
  drive(sha256: string): void {
    if (this.driven.has(sha256) || this.stopping.signal.aborted) return;
    const driving = this.untilRemoved(sha256).finally(() => this.driven.delete(sha256));
    this.driven.set(sha256, driving);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await settledSoon(this.driven.values());
  }

  private async untilRemoved(sha256: string): Promise<void> {
    const { timing } = this.connection;
    const longer = { ...timing, pause: timing.pause * patience.pause, pauseMax: timing.pauseMax * patience.pauseMax };
    for (let attempt = 0; !this.stopping.signal.aborted; attempt += 1) {
      if (await this.isRemovedBy(sha256)) return;
      await pause(pauseBefore(attempt, longer), undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  /** One text at a time; the log being away, or the store being closed, is one more reason to try again. */
  private async isRemovedBy(sha256: string): Promise<boolean> {
    const attempt = this.last.then(() => this.attempt(sha256));
    this.last = attempt.catch(() => undefined);
    return attempt.catch(() => false);
  }

  private async attempt(sha256: string): Promise<boolean> {
    if (this.stopping.signal.aborted) return false;
    const before = await this.of(sha256);
    if (isRemoved(before)) return true;
    const hosts = await this.admin.members().catch((error: unknown) => error);
    if (!Array.isArray(hosts)) {
      await this.records.add(sha256, unreached(before, hosts));
      return false;
    }
    return this.scavengeAll(sha256, hosts as readonly Host[], before);
  }

  private async scavengeAll(sha256: string, hosts: readonly Host[], before: readonly RemovalPlace[]): Promise<boolean> {
    const places = new Map(hosts.map((host) => [placeOf(host), placeBefore(host, before)] as const));
    const set = (place: RemovalPlace): Promise<void> => {
      places.set(place.place, place);
      return this.records.add(sha256, [...places.values()]);
    };
    for (const host of hosts) if (places.get(placeOf(host))?.state !== 'done') await this.scavengeOne(host, set);
    return isRemoved([...places.values()]);
  }

  private async scavengeOne(host: Host, set: (place: RemovalPlace) => Promise<void>): Promise<void> {
    const place = placeOf(host);
    let scavenge: string | null = null;
    const running = (id: string): Promise<void> => {
      scavenge = id;
      return set({ place, state: 'running', scavenge, detail: null });
    };
    try {
      for (let ended = 0; ended < scavengesNeeded; ended += 1) await this.scavenge.of(host, running);
      await set({ place, state: 'done', scavenge, detail: null });
    } catch (error) {
      if (this.stopping.signal.aborted) throw error;
      await set({ ...placeAfter(place, error), scavenge });
    }
  }
}

/** Nobody tells who is in the cluster: what is known to be done stays done. */
function unreached(before: readonly RemovalPlace[], error: unknown): readonly RemovalPlace[] {
  if (before.length === 0) return [placeAfter('cluster', error)];
  return before.map((place) => (place.state === 'done' ? place : placeAfter(place.place, error)));
}

function placeBefore(host: Host, before: readonly RemovalPlace[]): RemovalPlace {
  const place = placeOf(host);
  return before.find((known) => known.place === place) ?? { place, state: 'asked', scavenge: null, detail: null };
}

function placeAfter(place: string, error: unknown): RemovalPlace {
  const state = error instanceof AdminFailure ? error.state : 'failed';
  return { place, state, scavenge: null, detail: reasonOf(error) };
}
