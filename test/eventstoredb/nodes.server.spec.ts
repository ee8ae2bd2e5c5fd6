import { describeNodes } from './nodes.js';
import { Server } from './server.js';

const server = Server.forThisFile();

describeNodes('EventStoreDB (server)', () => server.newSite());
