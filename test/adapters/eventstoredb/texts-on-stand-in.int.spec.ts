import { Connection } from '../../../src/adapters/eventstoredb/connection/connection.js';
import { EventStoreTexts } from '../../../src/adapters/eventstoredb/texts/event-store-texts.js';
import { describeTexts } from '../../contracts/texts.contract.js';
import { StandIn } from '../../support/eventstoredb/stand-in.js';

let standIn: StandIn;
let stores = 0;
beforeAll(async () => {
  standIn = await StandIn.start();
});
afterAll(() => standIn.stop());

describeTexts('EventStoreDB (stand-in)', async () => {
  stores += 1;
  return new EventStoreTexts(new Connection(standIn.url), `demarche-${String(stores)}.`);
});
