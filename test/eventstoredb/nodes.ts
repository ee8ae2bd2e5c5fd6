import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { type EventStoreSite, portsOn } from '../support/eventstoredb/site.js';
import { answersOf } from '../support/faults/answers.js';
import { eventually } from '../support/faults/eventually.js';
import { configInMemory, LocalNode } from '../support/faults/local-node.js';
import { actBody, actId, recordAct, recordActs, recordCatalogue } from '../support/faults/recordings.js';
import { source } from '../support/http/bodies.js';

/** A node of its own on the log at the site, with views in the directory. */
export function startNodeOn(site: EventStoreSite, views: string): Promise<LocalNode> {
  return LocalNode.start(configInMemory, portsOn(site, new SystemClock(), views));
}

async function sequenceOf(node: LocalNode): Promise<number> {
  return Number((await node.readiness()).json['sequence']);
}

/** Resolves when the node has projected as much as the other. */
async function caughtUp(node: LocalNode, other: LocalNode): Promise<void> {
  const sequence = await sequenceOf(other);
  await eventually(async () => expect(await sequenceOf(node)).toBeGreaterThanOrEqual(sequence));
}

/** What several nodes on one log keep to; `open` gives a new, empty log each time. */
export function describeNodes(name: string, open: () => EventStoreSite): void {
  const folder = temporaryFolders();
  let site: EventStoreSite;
  let nodes: LocalNode[];
  const start = async (views = folder()): Promise<LocalNode> => {
    const node = await startNodeOn(site, views);
    nodes.push(node);
    return node;
  };

  describe(`nodes on ${name}`, () => {
    beforeEach(() => {
      site = open();
      nodes = [];
    });
    afterEach(() => Promise.all(nodes.map((node) => node.close())));

    it('each show what the other recorded, and answer alike to the byte', async () => {
      const [a, b] = [await start(), await start()];
      await recordCatalogue(a);
      await Promise.all([recordActs(a, 1, 20), recordActs(b, 21, 20)]);
      const { json } = await recordAct(a, 41);
      const seen = await b.get(`/v1/acts/${actId(41)}?minSequence=${String(json['sequence'])}`);
      expect(seen).toMatchObject({ status: 200, json: { sequence: 47 } });
      await caughtUp(a, b);
      expect(await answersOf(b)).toEqual(await answersOf(a));
    }, 60_000);

    it('let a source be cited anywhere at once', async () => {
      const [a, b] = [await start(), await start()];
      await recordCatalogue(a);
      const id = 'posted-to-a';
      for (let number = 1; number <= 10; number += 1) {
        const [sourceId, text] = [`${id}-${number}`, `Said “move on”, the ${number}th time.`];
        expect((await a.post('/v1/sources', { ...source, id: sourceId, text })).status).toBe(201);
        const citations = [{ source: sourceId, exact: 'move on' }];
        expect((await b.post('/v1/acts', { ...actBody(number), citations })).status).toBe(201);
      }
    }, 60_000);

    it('let one of two corrections of the same act win, and tell the other', async () => {
      const [a, b] = [await start(), await start()];
      await recordCatalogue(a);
      for (let number = 1; number <= 5; number += 1) {
        await recordAct(a, number);
        const act = { ...actBody(number), id: undefined };
        const correct = (node: LocalNode, reason: string): ReturnType<LocalNode['post']> =>
          node.post(`/v1/acts/${actId(number)}/corrections`, { reason, act: { ...act, summary: reason } });
        const replies = await Promise.all([correct(a, 'By a.'), correct(b, 'By b.')]);
        expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
        const lost = replies.find(({ status }) => status === 409);
        expect(lost?.json).toMatchObject({ code: 'conflict', revision: 1 });
      }
    }, 60_000);

    it('go on after a stop where they were, and build their views anew where they have none', async () => {
      const views = folder();
      const [a, b] = [await start(), await start(views)];
      await recordCatalogue(a);
      await recordActs(a, 1, 30);
      await caughtUp(b, a);
      await b.close();
      await recordActs(a, 31, 30);
      const [again, fresh] = [await start(views), await start()];
      expect(await sequenceOf(again)).toBe(66);
      expect(await answersOf(again)).toEqual(await answersOf(a));
      expect(await answersOf(fresh)).toEqual(await answersOf(a));
    }, 60_000);

    it('ask to come back for what the log does not hold yet', async () => {
      const node = await start();
      await recordCatalogue(node);
      const behind = await node.get('/v1/parties?minSequence=7');
      expect(behind).toMatchObject({ status: 503, json: { code: 'behind' }, headers: { 'retry-after': '1' } });
      const beyond = await node.get('/v1/parties?atSequence=7');
      expect(beyond).toMatchObject({ status: 422, json: { code: 'beyond-head' } });
    }, 60_000);
  });
}
