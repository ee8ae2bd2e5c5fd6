import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { configOf, type LogSite } from '../../src/config.js';
import { logSiteOn } from '../support/eventstoredb/log-site.js';
import { StandIn } from '../support/eventstoredb/stand-in.js';
import { LocalNode } from '../support/faults/local-node.js';
import { actId, recordAct, recordCatalogue } from '../support/faults/recordings.js';
import { eventsIn, move, sqliteSiteIn } from '../support/moving.js';

const folder = temporaryFolders();
const writers = 8;
/** The act that is there when the move begins. */
const early = 1_000_003;
let standIn: StandIn;
beforeAll(async () => {
  standIn = await StandIn.start();
});
afterAll(() => standIn.stop());

/** Records act after act until the node takes no more; resolves to those that it acknowledged. */
async function recordWhilePossible(node: LocalNode, writer: number): Promise<readonly number[]> {
  const acknowledged: number[] = [];
  for (let number = writer; ; number += writers) {
    const { status, json } = await recordAct(node, number);
    if (status !== 201) {
      expect(json).toMatchObject({ code: 'log-away', detail: expect.stringContaining('This log was moved to ') });
      return acknowledged;
    }
    acknowledged.push(number);
  }
}

describe('moving a log while it is written to', () => {
  it.each([
    ['SQLite', (): LogSite => sqliteSiteIn(folder())],
    ['EventStoreDB', (): LogSite => logSiteOn(standIn, 'busy.')],
  ])('leaves no act behind that was acknowledged on %s, and takes none that was refused', async (_, newSite) => {
    const [from, to] = [newSite(), sqliteSiteIn(folder())];
    const node = await LocalNode.start({ ...configOf({ DEMARCHE_LOG: 'memory:', PORT: '0' }), log: from });
    await recordCatalogue(node);
    const recording = Array.from({ length: writers }, (_writer, index) => recordWhilePossible(node, index));
    await recordAct(node, early);
    const { events } = await move(from, to);
    const acknowledged = (await Promise.all(recording)).flat().map((number) => `act-${actId(number)}`);
    const moved = (await eventsIn(to.file)).map(({ stream }) => stream).filter((stream) => stream.startsWith('act-'));
    await node.close();
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(new Set(moved)).toEqual(new Set([...acknowledged, `act-${actId(early)}`]));
    expect(events).toBe(acknowledged.length + 1 + 7);
  });
});
