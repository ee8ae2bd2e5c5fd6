import { Connection } from '../../../src/adapters/eventstoredb/connection/connection.js';
import { EventStoreLog } from '../../../src/adapters/eventstoredb/log/event-store-log.js';
import { describeEventLog } from '../../contracts/event-log.contract.js';
import { StandIn } from '../../support/eventstoredb/stand-in.js';

let standIn: StandIn;
let logs = 0;
beforeAll(async () => {
  standIn = await StandIn.start();
});
afterAll(() => standIn.stop());

describeEventLog('EventStoreDB (stand-in)', async () => {
  logs += 1;
  return new EventStoreLog(new Connection(standIn.url), `demarche-${String(logs)}.`);
});
