import { describeStanceLaws } from '../application/stance-laws.js';
import { portsOn } from '../support/eventstoredb/site.js';
import { Server } from './server.js';

const server = Server.forThisFile();

const runs = 8;
describeStanceLaws('on EventStoreDB (server)', async (clock) => portsOn(server.newSite(), clock), runs);
