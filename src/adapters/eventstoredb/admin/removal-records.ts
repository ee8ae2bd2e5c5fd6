import { ANY, jsonEvent } from '@eventstore/db-client';
import { v4 as uuidv4 } from 'uuid';
import type { RemovalPlace } from '../../../ports/text-removal.js';
import type { Connection } from '../connection/connection.js';
import { meaningOf } from '../connection/failure.js';
import { readEvents } from '../connection/read-events.js';

/**
 * What became of the bytes of each erased text, in a stream of its own beside the texts: no event of the log, and seen
 * by every node. The latest record holds all places.
 */
export class RemovalRecords {
  constructor(
    private readonly connection: Connection,
    private readonly prefix: string,
  ) {}

  async latest(sha256: string): Promise<readonly RemovalPlace[]> {
    const stream = this.streamOf(sha256);
    try {
      const read = await readEvents(this.connection, (client) => client.readStream(stream, { requiresLeader: true }));
      return placesIn(read.at(-1)?.event?.data);
    } catch (error) {
      if (meaningOf(error) === 'no-stream') return [];
      throw error;
    }
  }

  /** Writes nothing where nothing has changed: what fails for weeks does not fill the log. */
  async add(sha256: string, places: readonly RemovalPlace[]): Promise<void> {
    const data = { places: places.map((place) => ({ ...place })) };
    if (JSON.stringify(await this.latest(sha256)) === JSON.stringify(data.places)) return;
    const record = jsonEvent({ id: uuidv4(), type: 'TextRemoval', data });
    const { call } = this.connection.timing;
    await this.connection.persist((client) =>
      client.appendToStream(this.streamOf(sha256), record, {
        expectedRevision: ANY,
        deadline: call,
        requiresLeader: true,
      }),
    );
  }

  private streamOf(sha256: string): string {
    return `${this.prefix}removal-${sha256}`;
  }
}

function placesIn(data: unknown): readonly RemovalPlace[] {
  const places: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'places') : [];
  return Array.isArray(places) ? (places as readonly RemovalPlace[]) : []; // written by `add`
}
