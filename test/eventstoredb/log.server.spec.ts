import { Connection } from '../../src/adapters/eventstoredb/connection/connection.js';
import { EventStoreLog } from '../../src/adapters/eventstoredb/log/event-store-log.js';
import { describeEventLog } from '../contracts/event-log.contract.js';
import { Server } from './server.js';

const server = Server.forThisFile();

describeEventLog('EventStoreDB (server)', async () => {
  const { url, prefix } = server.newSite();
  return new EventStoreLog(new Connection(url), prefix);
});
