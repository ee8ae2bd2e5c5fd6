import { Connection } from '../../src/adapters/eventstoredb/connection/connection.js';
import { EventStoreTexts } from '../../src/adapters/eventstoredb/texts/event-store-texts.js';
import { describeTexts } from '../contracts/texts.contract.js';
import { Server } from './server.js';

const server = Server.forThisFile();

describeTexts('EventStoreDB (server)', async () => {
  const { url, prefix } = server.newSite();
  return new EventStoreTexts(new Connection(url), prefix);
});
