import { join } from 'node:path';
import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { Database } from '../../../../src/adapters/sqlite/shared/driver.js';
import { newAppend, newEvent } from '../../../contracts/new-append.js';
import { wholeLog } from '../../../contracts/whole-log.js';
import { HandSetClock } from '../shared/hand-set-clock.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();

/** An event as any program with SQLite could write it, beside the three that the log has. */
const following = {
  ...{ sequence: 4, id: 'new', stream: 'act-a', revision: 2, type: 'StatementMade', schema_version: 1 },
  ...{ recorded_at: Date.UTC(2030, 0), recorder: 'x', assurance: 'asserted', command: 'c', correlation: 'c' },
  ...{ causation: null, data: '{}' },
};
const columns = Object.keys(following);
const values = columns.map((column) => `@${column}`);

describe('SQL on the file of a log', () => {
  let log: SqliteEventLog;
  let sql: Database;

  beforeEach(async () => {
    const file = join(folder(), 'log.db');
    log = await SqliteEventLog.open({ file, clock: new HandSetClock() });
    await log.append(newAppend({ stream: 'act-a', events: [newEvent({ id: 'a0' }), newEvent({ id: 'a1' })] }));
    sql = new Database(file);
  });
  afterEach(async () => {
    sql.close();
    await log.close();
  });

  function insert(verb: string, event: object) {
    return () => sql.prepare(`${verb} INTO events (${columns.join()}) VALUES (${values.join()})`).run(event);
  }

  it.each([
    `UPDATE events SET data = '{"a":1}' WHERE sequence = 2`,
    'UPDATE OR REPLACE events SET sequence = 1 WHERE sequence = 2',
    `INSERT INTO events SELECT * FROM events WHERE sequence = 2 ON CONFLICT DO UPDATE SET data = '{"a":1}'`,
  ])('cannot change an event: %s', async (statement) => {
    const before = await wholeLog(log);
    expect(() => sql.exec(statement)).toThrow(/events are never changed|an event only follows/);
    expect(await wholeLog(log)).toEqual(before);
  });

  it.each(['DELETE FROM events', 'DELETE FROM events WHERE sequence = 3'])('cannot delete: %s', async (statement) => {
    expect(() => sql.exec(statement)).toThrow('events are never deleted');
    expect(await wholeLog(log)).toHaveLength(3);
  });

  it.each([
    ['sequence', { sequence: 2 }],
    ['id', { id: 'a1' }],
    ['stream and revision', { revision: 1 }],
  ])('cannot replace an event by its %s, whatever the recursion of triggers', async (_, change) => {
    const before = await wholeLog(log);
    for (const setting of ['ON', 'OFF']) {
      sql.pragma(`recursive_triggers = ${setting}`);
      expect(insert('INSERT OR REPLACE', { ...following, ...change })).toThrow('an event only follows');
      expect(insert('REPLACE', { ...following, ...change })).toThrow('an event only follows');
      expect(insert('INSERT OR IGNORE', { ...following, ...change })).toThrow('an event only follows');
    }
    expect(await wholeLog(log)).toEqual(before);
  });

  it.each([
    ['a gap in the sequence', { sequence: 5 }],
    ['a gap in the stream', { revision: 3 }],
    ['a stream that begins after 0', { stream: 'act-b', revision: 1 }],
    ['a recorded time before the last one', { recorded_at: 0 }],
  ])('cannot leave %s', (_, change) => {
    expect(insert('INSERT', { ...following, ...change })).toThrow('an event only follows');
  });

  it('can append in the same manner, and the log goes on after it', async () => {
    insert('INSERT', following)();
    await log.append(newAppend({ stream: 'act-a', expected: 2 }));
    expect((await wholeLog(log)).map(({ sequence, revision }) => [sequence, revision])).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 2],
      [5, 3],
    ]);
  });
});
