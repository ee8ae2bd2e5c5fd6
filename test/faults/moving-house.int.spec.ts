import { existsSync, renameSync } from 'node:fs';
import { EventStoreLog } from '../../src/adapters/eventstoredb/log/event-store-log.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { SqliteTexts } from '../../src/adapters/sqlite/texts/sqlite-texts.js';
import { Connection } from '../../src/adapters/eventstoredb/connection/connection.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { sealing } from '../contracts/sealing.js';
import { describeMovingHouse, nodeOn } from '../eventstoredb/moving-house.js';
import { fastTiming } from '../support/eventstoredb/fast-timing.js';
import { logSiteOn } from '../support/eventstoredb/log-site.js';
import { portsOn } from '../support/eventstoredb/site.js';
import { StandIn } from '../support/eventstoredb/stand-in.js';
import { configInMemory, LocalNode } from '../support/faults/local-node.js';
import { recordAct, recordCatalogue } from '../support/faults/recordings.js';
import { eventsIn, move, sqliteSiteIn } from '../support/moving.js';

const folder = temporaryFolders();
let standIn: StandIn;
beforeAll(async () => {
  standIn = await StandIn.start();
});
afterAll(() => standIn.stop());

describeMovingHouse('EventStoreDB (stand-in)', () => logSiteOn(standIn, 'moved.'));

describe('a log that moves', () => {
  it('has its own names as soon as a move that was cut short at the very end goes on', async () => {
    const [from, to] = [sqliteSiteIn(folder()), sqliteSiteIn(folder())];
    const node = await nodeOn(from);
    await recordCatalogue(node);
    await node.close();
    await move(from, to);
    const whole = await eventsIn(to.file);
    renameSync(to.file, `${to.file}.copying`);
    expect(await move(from, to)).toMatchObject({ already: true });
    expect(await eventsIn(to.file)).toEqual(whole);
    expect(existsSync(`${to.file}.copying`)).toBe(false);
  });

  it('takes no text along that is erased before the end', async () => {
    const [from, to] = [sqliteSiteIn(folder()), sqliteSiteIn(folder())];
    const node = await nodeOn(from);
    await recordCatalogue(node);
    const stop = new AbortController();
    await expect(move(from, to, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow('abort');
    await node.post('/v1/sources/rubio-2025-04-18/erasures', { reason: 'A court.', cause: 'legal' });
    await node.close();
    const { data = '' } = (await eventsIn(from.file)).find(({ type }) => type === 'SourceCaptured') ?? {};
    const { sha256 } = JSON.parse(data) as { sha256: string };
    expect(await move(from, to)).toMatchObject({ events: 8, texts: 1 });
    const texts = await SqliteTexts.open({ file: to.textsFile });
    expect(await texts.get(sha256)).toEqual({ state: 'erased' });
    await texts.close();
  });

  it('acknowledges no act that the server takes after its end', async () => {
    const site = { url: standIn.url, prefix: 'late.', timing: fastTiming };
    const node = await LocalNode.start(configInMemory, portsOn(site, new SystemClock()));
    await recordCatalogue(node);
    standIn.muteSubscriptions();
    const other = new EventStoreLog(new Connection(site.url, fastTiming), site.prefix);
    await other.append(sealing('sqlite:/new/log.db'));
    const sealed = { status: 503, json: { code: 'log-away', detail: expect.stringContaining('sqlite:/new/log.db') } };
    expect(await recordAct(node, 1)).toMatchObject(sealed);
    // Taken by the server as a rule; refused before it when the node's watchdog has looked at the log meanwhile.
    expect(['StatementMade', 'LogMoved']).toContain(standIn.store.all.at(-1)?.type);
    expect(await recordAct(node, 1)).toMatchObject(sealed);
    await Promise.all([other.close(), node.close()]);
  }, 20_000);
});
