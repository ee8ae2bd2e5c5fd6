import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { answersOf } from '../support/faults/answers.js';
import { alterLog } from '../support/faults/alter-log.js';
import { deleteViews } from '../support/faults/delete-views.js';
import { eventually } from '../support/faults/eventually.js';
import { configIn, LocalNode } from '../support/faults/local-node.js';
import { recordAct, recordActs, recordCatalogue } from '../support/faults/recordings.js';

const folder = temporaryFolders();
/** LogOpened, the catalogue, and so many acts. */
const head = 46;

const swap = `
  UPDATE events SET sequence = -1 WHERE sequence = 20;
  UPDATE events SET sequence = 20 WHERE sequence = 21;
  UPDATE events SET sequence = 21 WHERE sequence = -1;`;

/** What somebody with SQL may do to an event, and the sequence of the first event that is not what it was. */
const alterations: readonly [what: string, sql: string, sequence: number][] = [
  [
    'a leaning of the head',
    `UPDATE events SET data = replace(data, '"value":', '"value":-') WHERE sequence = ${head}`,
    head,
  ],
  ['the recorder of the head', `UPDATE events SET recorder = 'mallory' WHERE sequence = ${head}`, head],
  ['the time of the head', `UPDATE events SET recorded_at = recorded_at + 1 WHERE sequence = ${head}`, head],
  ['the data of an early event', `UPDATE events SET data = replace(data, 'United', 'Untied') WHERE sequence = 2`, 2],
  ['the time of an event', `UPDATE events SET recorded_at = recorded_at + 1 WHERE sequence = 30`, 30],
  ['the assurance of an event', `UPDATE events SET assurance = 'signed' WHERE sequence = 30`, 30],
  ['the correlation of an event', `UPDATE events SET correlation = 'x' WHERE sequence = 31`, 31],
  ['the causation of an event', `UPDATE events SET causation = 'x' WHERE sequence = 31`, 31],
  ['an event, away', 'DELETE FROM events WHERE sequence = 32', 32],
  ['two events, swapped', swap, 20],
];

describe('a log that was changed behind its node', () => {
  let whole: string;

  beforeAll(async () => {
    whole = folder();
    const node = await LocalNode.start(configIn(whole));
    await recordCatalogue(node);
    await recordActs(node, 1, head - 6);
    await node.close();
  }, 60_000);

  function altered(sql: string): string {
    const directory = folder();
    cpSync(whole, directory, { recursive: true });
    alterLog(join(directory, 'log.db'), sql);
    return directory;
  }

  async function expectFound(node: LocalNode, sequence: number): Promise<void> {
    await eventually(async () => {
      const { status, json } = await node.readiness();
      expect([status, json['status'], json['detail']]).toEqual([
        200,
        'degraded',
        expect.stringMatching(new RegExp(`\\b${String(sequence)}\\b`)),
      ]);
    });
    const { status, json } = await node.get('/v1/log/checkpoint');
    expect([status, json['code'], json['sequence']]).toEqual([409, 'log-altered', sequence]);
  }

  it.each(alterations)('is found by the running node: %s', async (_, sql, sequence) => {
    const node = await LocalNode.start(configIn(altered(sql)));
    await expectFound(node, sequence);
    await node.close();
  });

  it.each(alterations.slice(0, 3))(
    'is found at the start, before the node is ready, where it is %s',
    async (_, sql) => {
      const node = await LocalNode.start(configIn(altered(sql)));
      expect((await node.readiness()).json['status']).toBe('degraded');
      await node.close();
    },
  );

  it.each([...alterations, ['the head, away', `DELETE FROM events WHERE sequence = ${head}`, head] as const])(
    'has nothing signed over it by views that were built from it: %s',
    async (_, sql) => {
      const directory = altered(sql);
      deleteViews(directory);
      const node = await LocalNode.start(configIn(directory));
      const { status, json } = await node.get('/v1/log/checkpoint');
      // Where not even views can be built of it, there is nothing to sign.
      expect([409, 503]).toContain(status);
      expect(['log-altered', 'behind']).toContain(json['code']);
      expect((await node.readiness()).json['degraded']).toBe(true);
      await node.close();
    },
  );

  it('has nothing signed over it when it was given another identity', async () => {
    const directory = altered(`UPDATE events SET data = replace(data, '"logId":"', '"logId":"0') WHERE sequence = 1`);
    const node = await LocalNode.start(configIn(directory));
    const { status, json } = await node.get('/v1/log/checkpoint');
    expect([status, json['detail']]).toEqual([409, expect.stringContaining('This key signs for demarche/')]);
    await node.close();
  });

  it('has nothing signed over it when it goes on growing: the node still answers and records', async () => {
    const node = await LocalNode.start(configIn(altered(alterations[4]![1])));
    await expectFound(node, 30);
    expect((await recordAct(node, 1000)).status).toBe(201);
    const answers = (await answersOf(node)).filter((answer) => !answer.startsWith('/v1/log/'));
    expect(answers.every((answer) => answer.includes(' 200 '))).toBe(true);
    expect((await node.get('/v1/log/checkpoint')).status).toBe(409);
    await node.close();
  });

  it('shows the other events, but not one that is not what was recorded', async () => {
    const node = await LocalNode.start(configIn(altered(alterations[4]![1])));
    const { status, json } = await node.get('/v1/log/events/30');
    expect([status, json['code'], json['sequence']]).toEqual([409, 'log-altered', 30]);
    expect((await node.get('/v1/log/events/31')).status).toBe(200);
    await node.close();
  });
});
