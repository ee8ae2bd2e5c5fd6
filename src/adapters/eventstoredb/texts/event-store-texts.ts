import { type EventData, type EventStoreDBClient, NO_STREAM, type RecordedEvent } from '@eventstore/db-client';
import { LogAway } from '../../../ports/event-log.js';
import type { RemovalPlace } from '../../../ports/text-removal.js';
import { type StoredText, TextDamaged, Texts } from '../../../ports/texts.js';
import type { Connection } from '../connection/connection.js';
import { meaningOf } from '../connection/failure.js';
import { readEvents } from '../connection/read-events.js';
import { settledSoon } from '../connection/settled-soon.js';
import { sha256Of, utf8Of } from '../../shared/text-hash.js';
import { Admin } from '../admin/admin.js';
import { Removals } from '../admin/removals.js';
import { joined, partsOf } from './text-parts.js';

/** Before the prefix of the log's streams, so that whoever follows the log never sees a text. */
const mark = 'text:';

/**
 * Texts in streams of their own, in parts. A text is there when all its parts are: what a crash leaves of it, the next
 * put completes. An erased one is a tombstone, which its stream never gets over.
 */
export class EventStoreTexts extends Texts {
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly removals: Removals;
  private closing: Promise<void> | undefined;

  /** Connects on first use. */
  constructor(
    private readonly connection: Connection,
    private readonly prefix: string,
    admin: Admin = new Admin(connection.address, connection.timing.call),
  ) {
    super();
    this.removals = new Removals(connection, `${mark}${prefix}`, admin);
    connection.hold();
  }

  override async put(sha256: string, text: string): Promise<'stored' | 'erased'> {
    const parts = partsOf(sha256, utf8Of(sha256, text));
    return this.run(() => this.complete(this.streamOf(sha256), parts));
  }

  override async get(sha256: string, wasPut = false): Promise<StoredText> {
    return this.run(async () => {
      const stored = await this.read(this.streamOf(sha256), wasPut ? 1 : 0);
      return stored === 'erased' ? { state: 'erased' } : storedText(sha256, stored);
    });
  }

  override async erase(sha256: string): Promise<void> {
    return this.run(async () => {
      await this.bury(this.streamOf(sha256));
      this.removals.drive(sha256);
    });
  }

  override async removal(sha256: string): Promise<readonly RemovalPlace[]> {
    return this.run(() => this.removals.of(sha256));
  }

  override close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private streamOf(sha256: string): string {
    return mark + this.prefix + sha256;
  }

  /** Appends what is missing, until it is there: others may be putting the same. */
  private async complete(stream: string, parts: readonly EventData[]): Promise<'stored' | 'erased'> {
    for (;;) {
      const stored = await this.read(stream);
      if (stored === 'erased') return 'erased';
      if (stored.length >= parts.length) return 'stored';
      await this.appendFrom(stream, parts, stored.length);
    }
  }

  private async appendFrom(stream: string, parts: readonly EventData[], first: number): Promise<void> {
    try {
      for (const [index, part] of parts.slice(first).entries()) await this.append(stream, part, first + index);
    } catch (error) {
      if (!['wrong-revision', 'deleted'].includes(meaningOf(error))) throw error;
    }
  }

  private async append(stream: string, part: EventData, revision: number): Promise<void> {
    const expectedRevision = revision === 0 ? NO_STREAM : BigInt(revision - 1);
    const { call } = this.connection.timing;
    await this.connection.appends.run(() =>
      this.connection.persist((client) =>
        client.appendToStream(stream, part, { expectedRevision, deadline: call, requiresLeader: true }),
      ),
    );
  }

  private async read(stream: string, known = 0): Promise<readonly RecordedEvent[] | 'erased'> {
    try {
      const open = (client: EventStoreDBClient) => client.readStream(stream, { requiresLeader: true });
      const read = await readEvents(this.connection, open, known);
      return read.flatMap(({ event }) => event ?? []);
    } catch (error) {
      if (meaningOf(error) === 'no-stream') return [];
      if (meaningOf(error) === 'deleted') return 'erased';
      throw error;
    }
  }

  private async bury(stream: string): Promise<void> {
    const { call } = this.connection.timing;
    try {
      await this.connection.persist((client) =>
        client.tombstoneStream(stream, { deadline: call, requiresLeader: true }),
      );
    } catch (error) {
      if (meaningOf(error) !== 'deleted') throw error;
    }
  }

  private async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.closing !== undefined) throw new LogAway('the store of texts is closed');
    const working = work();
    this.underWay.add(working);
    try {
      return await working;
    } finally {
      this.underWay.delete(working);
    }
  }

  private async finish(): Promise<void> {
    await this.removals.close();
    await settledSoon(this.underWay);
    await this.connection.release();
  }
}

function storedText(sha256: string, stored: readonly RecordedEvent[]): StoredText {
  if (stored.length === 0) return { state: 'absent' };
  const utf8 = joined(stored);
  if (utf8 === null) return { state: 'absent' };
  if (sha256Of(utf8) !== sha256) throw new TextDamaged(sha256);
  return { state: 'present', text: utf8.toString('utf8') };
}
