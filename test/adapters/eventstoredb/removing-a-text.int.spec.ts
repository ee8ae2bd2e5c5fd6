import { createHash } from 'node:crypto';
import type { EventStoreTexts } from '../../../src/adapters/eventstoredb/texts/event-store-texts.js';
import { beginning } from '../../../src/ports/event-log.js';
import type { RemovalPlace } from '../../../src/ports/text-removal.js';
import { TestLogs } from '../../support/eventstoredb/logs.js';
import { type Scavenging, StandInAdmin } from '../../support/eventstoredb/stand-in-admin.js';

const logs = TestLogs.forEachTest();
const hash = createHash('sha256').update('a', 'utf8').digest('hex');
let admin: StandInAdmin;

beforeEach(async () => {
  admin = await StandInAdmin.start(logs.standIn.store, 3);
});
afterEach(() => admin.stop());

async function erased(): Promise<EventStoreTexts> {
  const texts = logs.openTexts(admin);
  await texts.put(hash, 'a');
  await texts.erase(hash);
  return texts;
}

/** Looks until every place is as expected: what happens is driven by nobody who could be awaited. */
async function until(texts: EventStoreTexts, states: readonly string[]): Promise<readonly RemovalPlace[]> {
  for (;;) {
    const places = await texts.removal(hash);
    if (JSON.stringify(places.map(({ state }) => state)) === JSON.stringify(states)) return places;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('removing the bytes of an erased text', () => {
  it('is nothing before the text is erased', async () => {
    expect(await logs.openTexts(admin).removal(hash)).toEqual([]);
  });

  it('has every node scavenge three times, seen by all nodes of ours and by nobody who follows the log', async () => {
    const places = await until(await erased(), ['done', 'done', 'done']);
    expect(places.map(({ place }) => place)).toEqual(admin.places);
    expect(admin.nodes.map(({ asked }) => asked)).toEqual([3, 3, 3]);
    expect(await logs.openTexts(admin).removal(hash)).toEqual(places);
    expect((await logs.open().readAll(beginning, 10)).events).toHaveLength(1);
  });

  it.each([
    [
      'denies it',
      'refuses',
      'refused',
      'it answers 401: User not authorized; a scavenge needs a user in $ops or $admins',
    ],
    ['is scavenging already', 'busy', 'failed', 'it answers 400: Scavenge is already running'],
    ['fails', 'Failed', 'failed', 'Failed'],
    ['does not answer', 'silent', 'unreachable', 'no answer within 600 ms'],
  ] as const)('says so where a node %s, goes on with the others, and tries again', async (_, how, state, why) => {
    admin.nodes[1]!.scavenging = how;
    const texts = await erased();
    const places = await until(texts, ['done', state, 'done']);
    expect(places[1]!.detail).toContain(why);
    admin.nodes[1]!.scavenging = 'Success';
    await until(texts, ['done', 'done', 'done']);
    expect(admin.nodes[0]!.asked).toBe(3);
  });

  it('is driven again after a restart in the middle of a scavenge', async () => {
    const goesOn: Scavenging = 'goes-on';
    admin.nodes[0]!.scavenging = goesOn;
    const first = await erased();
    const [running] = await until(first, ['running', 'asked', 'asked']);
    expect(running!.scavenge).toBe(admin.nodes[0]!.running);
    await first.close();
    admin.nodes[0]!.scavenging = 'Success';
    const second = logs.openTexts(admin);
    await second.erase(hash);
    await until(second, ['done', 'done', 'done']);
  });

  it('says so when no node tells who is in the cluster', async () => {
    const texts = logs.openTexts();
    await texts.erase(hash);
    const [place] = await until(texts, ['unreachable']);
    expect(place!.detail).toContain('no node tells who is in the cluster');
  });
});
