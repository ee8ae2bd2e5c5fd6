import type { LogEvent } from '../../src/ports/event-log.js';
import { Connection } from '../../src/adapters/eventstoredb/connection/connection.js';
import { EventStoreLog } from '../../src/adapters/eventstoredb/log/event-store-log.js';
import { configOf, type LogSite, placeOf } from '../../src/config.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { wholeLog } from '../contracts/whole-log.js';
import { answersAt } from '../support/faults/answers.js';
import { LocalNode } from '../support/faults/local-node.js';
import { actBody, actId, recordAct, recordActs, recordCatalogue } from '../support/faults/recordings.js';
import { source } from '../support/http/bodies.js';
import { eventsIn, move, sqliteSiteIn } from '../support/moving.js';

const erasedText = 'What a court had erased: “ready to move on”.';

/** A node on the log, with views of its own in memory. */
export function nodeOn(log: LogSite): Promise<LocalNode> {
  return LocalNode.start({ ...configOf({ DEMARCHE_LOG: 'memory:', PORT: '0' }), log });
}

async function eventsOf(log: LogSite): Promise<readonly LogEvent[]> {
  if (log.kind === 'sqlite') return eventsIn(log.file);
  const opened = new EventStoreLog(new Connection(log.connectionString), log.prefix);
  const events = await wholeLog(opened);
  await opened.close();
  return events;
}

/** Late finds, corrections, retractions, a withdrawal, and a text that was erased. */
async function tellHistory(node: LocalNode): Promise<void> {
  await recordCatalogue(node);
  await recordActs(node, 1, 12);
  await node.post('/v1/sources', { ...source, id: 'erased', text: erasedText });
  await node.post(`/v1/acts/${actId(2)}/corrections`, {
    reason: 'Misread.',
    act: { ...actBody(2), id: undefined, leanings: [{ issue: 'approach-to-moscow', value: 0.9 }] },
  });
  await node.post(`/v1/acts/${actId(3)}/retractions`, { reason: 'A duplicate.' });
  await node.post('/v1/sources/erased/erasures', { reason: 'A court.', cause: 'legal' });
  await recordActs(node, 13, 4);
}

/** What a move keeps to; `openSite` names a place on the server where there is no log. */
export function describeMovingHouse(name: string, openSite: () => LogSite): void {
  describe(`a log that moves to ${name}, back to SQLite and on to another file`, () => {
    const folder = temporaryFolders();
    let places: readonly LogSite[];
    let nodes: readonly LocalNode[];
    let logs: readonly (readonly LogEvent[])[];

    beforeAll(async () => {
      places = [sqliteSiteIn(folder()), openSite(), sqliteSiteIn(folder()), sqliteSiteIn(folder())];
      const first = await nodeOn(places[0]!);
      await tellHistory(first);
      for (const [index, from] of places.slice(0, -1).entries()) await move(from, places[index + 1]!);
      nodes = [first, ...(await Promise.all(places.slice(1).map(nodeOn)))];
      logs = await Promise.all(places.map(eventsOf));
    }, 60_000);

    afterAll(async () => {
      await Promise.all(nodes.map((node) => node.close()));
    });

    it('has the same events there, to the byte, with the same sequences and recorded times', () => {
      const [origin = []] = logs;
      expect(origin).toHaveLength(27);
      for (const [index, events] of logs.slice(1).entries()) {
        expect(events.slice(0, logs[index]!.length)).toEqual(logs[index]);
      }
    });

    it('ends at each place with where it went, and begins there with where it came from', () => {
      const ends = logs.map((events) => events.slice(-2).map(({ type, data }) => [type, JSON.parse(data)]));
      const [a, b, c, d] = places.map(placeOf);
      expect(ends).toEqual([
        [expect.anything(), ['LogMoved', { to: b }]],
        [
          ['LogCopied', { from: a, events: 27 }],
          ['LogMoved', { to: c }],
        ],
        [
          ['LogCopied', { from: b, events: 29 }],
          ['LogMoved', { to: d }],
        ],
        [
          ['LogMoved', { to: d }],
          ['LogCopied', { from: c, events: 31 }],
        ],
      ]);
      expect(logs[3]!.at(-1)).toMatchObject({ stream: 'log', recorder: 'mover', sequence: 32 });
    });

    it('answers alike at every basis, to the byte', async () => {
      for (let sequence = 1; sequence <= 27; sequence += 1) {
        const [expected, ...others] = await Promise.all(nodes.map((node) => answersAt(node, sequence)));
        for (const answers of others) expect(answers).toEqual(expected);
        const refused = expected!.filter((answer) => !answer.includes(' 200 '));
        if (sequence === 27) expect(refused).toEqual([]);
      }
    }, 60_000);

    it('is the same tree at every size, and everywhere continues that of the place before', async () => {
      for (const path of [
        'inclusion?sequence=1&size=27',
        'inclusion?sequence=27&size=27',
        'consistency?from=9&to=27',
      ]) {
        const [expected, ...others] = await Promise.all(nodes.map((node) => node.get(`/v1/log/proofs/${path}`)));
        expect(expected).toMatchObject({ status: 200 });
        for (const { text } of others) expect(text).toBe(expected!.text);
      }
    });

    it('keeps its texts, and those erased are erased', async () => {
      for (const node of nodes) {
        expect(await node.get('/v1/sources/rubio-2025-04-18/text')).toMatchObject({
          status: 200,
          text: source['text'],
        });
        expect((await node.get('/v1/sources/erased/text')).status).toBe(410);
      }
      const again = await nodes[3]!.post('/v1/sources', { ...source, id: 'again', text: erasedText });
      expect(again).toMatchObject({ status: 409, json: { code: 'text-erased' } });
    });

    it('takes writes at the last place only, and still knows what was recorded at the first', async () => {
      for (const [index, node] of nodes.slice(0, -1).entries()) {
        const detail = `This log was moved to ${placeOf(places[index + 1]!)}; record there.`;
        expect(await recordAct(node, 17)).toMatchObject({ status: 503, json: { code: 'log-away', detail } });
        expect((await node.readiness()).json).toMatchObject({ status: 'degraded', detail });
      }
      expect(await recordAct(nodes[3]!, 17)).toMatchObject({ status: 201, json: { sequence: 33 } });
      expect(await recordAct(nodes[3]!, 1)).toMatchObject({ status: 200, json: { revision: 0 } });
      expect((await nodes[3]!.readiness()).json).toMatchObject({ status: 'ready', detail: null });
    });

    it('is found to be there when it is moved again, and goes nowhere else', async () => {
      const already = { events: 27, already: true };
      expect(await move(places[0]!, places[1]!)).toMatchObject(already);
      expect(await move(places[2]!, places[3]!)).toMatchObject({ events: 31, already: true });
      const to = sqliteSiteIn(folder());
      await expect(move(places[0]!, to)).rejects.toThrow(`This log was moved to ${placeOf(places[1]!)}; record there.`);
      await expect(move(places[3]!, places[0]!)).rejects.toThrow('There is a log at');
      await expect(move(places[3]!, places[1]!)).rejects.toThrow('There is a log at');
      expect(await move(places[0]!, to, { instead: true })).toMatchObject({ events: 27, already: false });
    });
  });
}
