import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '../../src/adapters/eventstoredb/connection/connection.js';
import { EventStoreTexts } from '../../src/adapters/eventstoredb/texts/event-store-texts.js';
import { describeTexts } from '../contracts/texts.contract.js';
import { Server } from './server.js';

const server = Server.forThisFile();

describeTexts('EventStoreDB (server)', async () => {
  const { url, prefix } = server.newSite();
  return new EventStoreTexts(new Connection(url), prefix);
});

describe('erasing a text on the server', () => {
  it('has every node of the cluster scavenge, until each says that it has', async () => {
    const { url, prefix } = server.newSite();
    const hash = createHash('sha256').update('secret', 'utf8').digest('hex');
    const texts = new EventStoreTexts(new Connection(url), prefix);
    await texts.put(hash, 'secret');
    await texts.erase(hash);
    let places = await texts.removal(hash);
    while (places.length === 0 || places.some(({ state }) => state !== 'done')) {
      await pause(200);
      places = await texts.removal(hash);
    }
    await texts.close();
    expect(places.every(({ scavenge }) => scavenge !== null)).toBe(true);
  }, 120_000);
});
