import { Admin } from '../../../src/adapters/eventstoredb/admin/admin.js';
import { Connection } from '../../../src/adapters/eventstoredb/connection/connection.js';
import { EventStoreLog } from '../../../src/adapters/eventstoredb/log/event-store-log.js';
import { EventStoreTexts } from '../../../src/adapters/eventstoredb/texts/event-store-texts.js';
import { fastTiming } from './fast-timing.js';
import type { StandInAdmin } from './stand-in-admin.js';
import { StandIn, type StandInOptions } from './stand-in.js';

const prefix = 'demarche.';

/** A stand-in for each test, and logs on it, each with a connection of its own, as a process has. */
export class TestLogs {
  standIn!: StandIn;
  private readonly opened: { close(): Promise<void> }[] = [];

  static forEachTest(options: StandInOptions = {}): TestLogs {
    const logs = new TestLogs();
    beforeEach(async () => {
      logs.standIn = await StandIn.start(options);
    });
    afterEach(() => logs.end());
    return logs;
  }

  open(url = this.standIn.url, timing = fastTiming): EventStoreLog {
    const log = new EventStoreLog(new Connection(url, timing), prefix);
    this.opened.push(log);
    return log;
  }

  /** Whoever removes the bytes of texts is told the hosts of `admin`, else that of the log, which serves no HTTP. */
  openTexts(admin?: StandInAdmin): EventStoreTexts {
    const connection = new Connection(this.standIn.url, fastTiming);
    const address = { ...connection.address, hosts: admin?.hosts ?? connection.address.hosts };
    const texts = new EventStoreTexts(connection, prefix, new Admin(address, fastTiming.call));
    this.opened.push(texts);
    return texts;
  }

  /** An event that is none of ours, in whatever stream. */
  addForeign(stream: string): void {
    const id = crypto.randomUUID();
    const data = new TextEncoder().encode('{}');
    this.standIn.store.append(stream, 'any', [
      { id, type: 'Foreign', contentType: 'application/json', data, metadata: data },
    ]);
  }

  private async end(): Promise<void> {
    this.standIn.faults.thaw();
    await Promise.all(this.opened.splice(0).map((port) => port.close()));
    await this.standIn.stop();
  }
}
