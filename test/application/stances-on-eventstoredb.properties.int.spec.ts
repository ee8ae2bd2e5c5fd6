import { portsOn } from '../support/eventstoredb/site.js';
import { StandIn } from '../support/eventstoredb/stand-in.js';
import { describeStanceLaws } from './stance-laws.js';

let standIn: StandIn;
let logs = 0;
beforeAll(async () => {
  standIn = await StandIn.start();
});
afterAll(() => standIn.stop());

const runs = 8;
describeStanceLaws(
  'on EventStoreDB (stand-in)',
  async (clock) => {
    logs += 1;
    return portsOn({ url: standIn.url, prefix: `laws-${String(logs)}.` }, clock);
  },
  runs,
);
