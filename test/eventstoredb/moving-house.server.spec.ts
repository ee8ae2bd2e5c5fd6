import { describeMovingHouse } from './moving-house.js';
import { Server } from './server.js';

const server = Server.forThisFile();

describeMovingHouse('EventStoreDB (server)', () => {
  const { url, prefix } = server.newSite();
  return { kind: 'eventstoredb', connectionString: url, prefix };
});
