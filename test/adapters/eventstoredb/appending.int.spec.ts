import { type Appended, beginning, LogAway, LogNotReadable, WrongRevision } from '../../../src/ports/event-log.js';
import { newAppend, newEvent } from '../../contracts/new-append.js';
import { wholeLog } from '../../contracts/whole-log.js';
import { type Fault, notReady, reset, unauthenticated, unavailable } from '../../support/eventstoredb/faults.js';
import { TestLogs } from '../../support/eventstoredb/logs.js';

const logs = TestLogs.forEachTest();

const mishaps: readonly [string, Fault['with']][] = [
  ['a dropped connection', unavailable],
  ['a reset', reset],
  ['a server that is not ready', notReady],
  ['silence', 'silence'],
];

describe('an append that meets', () => {
  it.each(mishaps)('%s before it was done is made again', async (_, how) => {
    const log = logs.open();
    await log.head();
    logs.standIn.faults.next('append', { with: how });
    const append = newAppend({ expected: 'no-stream' });
    expect(await log.append(append)).toEqual({ revision: 0, repeated: false });
    expect(await log.readStream(append.stream)).toHaveLength(1);
  });

  it.each(mishaps)('%s after it was done is not done twice', async (_, how) => {
    const log = logs.open();
    await log.head();
    logs.standIn.faults.next('append', { with: how, after: 'doing-it' });
    const append = newAppend({ events: [newEvent(), newEvent()] });
    expect(await log.append(append)).toEqual({ revision: 1, repeated: false });
    expect(await log.readStream(append.stream)).toHaveLength(2);
  });

  it.each(mishaps)('%s is made again without a look at a stream whose name was made up for it', async (_, how) => {
    const log = logs.open();
    await log.head();
    const looks = logs.standIn.calls.get('read') ?? 0;
    logs.standIn.faults.next('append', { with: how, after: 'doing-it' });
    const append = newAppend({ expected: 'new-stream' });
    expect(await log.append(append)).toEqual({ revision: 0, repeated: false });
    expect(logs.standIn.calls.get('read')).toBe(looks);
    expect(await log.readStream(append.stream)).toHaveLength(1);
  });

  it('a lost answer and another writer meanwhile is found where it stands', async () => {
    const [here, there] = [logs.open(), logs.open()];
    const first = newAppend({ stream: 'act-a' });
    await here.append(first);
    logs.standIn.faults.next('append', { with: unavailable, after: 'doing-it' });
    const append = newAppend({ stream: 'act-a' });
    const appending = here.append(append);
    await there.append(newAppend({ stream: 'act-a' }));
    expect(await appending).toMatchObject({ repeated: false });
    expect(await here.readStream('act-a')).toHaveLength(3);
  });

  it.each(mishaps)('%s every time is away, and says so within its patience', async (_, how) => {
    const log = logs.open();
    await log.head();
    logs.standIn.faults.always('append', { with: how });
    const append = newAppend();
    await expect(log.append(append)).rejects.toThrow(LogAway);
    logs.standIn.faults.always('append', undefined);
    expect(await log.append(append)).toEqual({ revision: 0, repeated: false });
  });

  it('a refusal of access says so at once', async () => {
    const log = logs.open();
    await log.head();
    logs.standIn.faults.always('append', { with: unauthenticated });
    const before = logs.standIn.calls.get('append');
    await expect(log.append(newAppend())).rejects.toThrow(LogNotReadable);
    await expect(log.append(newAppend())).rejects.toThrow(/denies access.*password/);
    expect(logs.standIn.calls.get('append')).toBe(before! + 2);
  });
});

describe('a server that', () => {
  it('is away when the log is opened is found when it comes', async () => {
    const { url } = logs.standIn;
    await logs.standIn.stop();
    const log = logs.open(url);
    await Promise.all([
      expect(log.head()).rejects.toThrow(LogAway),
      expect(log.append(newAppend())).rejects.toThrow(/ECONNREFUSED|No connection/),
    ]);
    await logs.standIn.listen();
    expect(await log.head()).toMatchObject({ sequence: 1 });
  });

  it('starts again has lost nothing, and nothing is done twice', async () => {
    const log = logs.open();
    const appends = Array.from({ length: 60 }, (_, index) => newAppend({ stream: `act-${String(index % 7)}` }));
    const appending: Promise<Appended>[] = [];
    for (const start of [0, 20, 40]) {
      appending.push(...appends.slice(start, start + 20).map((append) => log.append(append)));
      await logs.standIn.restart();
    }
    const answers = await Promise.all(appending);
    const stored = new Map((await wholeLog(log)).map(({ id, revision }) => [id, revision]));
    expect(answers.map(({ revision }) => revision)).toEqual(appends.map(({ events }) => stored.get(events[0]!.id)));
    expect(stored.size).toBe(61);
  });

  it('is frozen keeps nobody waiting for ever, and goes on when it thaws', async () => {
    const log = logs.open();
    await log.append(newAppend());
    logs.standIn.faults.freeze();
    const append = newAppend();
    await Promise.all(
      [log.append(append), log.readStream('log'), log.head(), log.readAll(beginning, 1)].map((call) =>
        expect(call).rejects.toThrow(LogAway),
      ),
    );
    logs.standIn.faults.thaw();
    expect(await log.append(append)).toMatchObject({ revision: 0 });
    expect(await wholeLog(log)).toHaveLength(3);
  });

  it('is slow is waited for', async () => {
    const log = logs.open();
    logs.standIn.faults.delay = 50;
    expect(await log.append(newAppend())).toEqual({ revision: 0, repeated: false });
    expect(await wholeLog(log)).toHaveLength(2);
  });
});

describe('several nodes on one log', () => {
  it('agree on how it was opened', async () => {
    const nodes = Array.from({ length: 5 }, () => logs.open());
    const openings = await Promise.all(nodes.map(async (node) => (await wholeLog(node))[0]!.data));
    expect(new Set(openings).size).toBe(1);
    expect(await nodes[0]!.head()).toMatchObject({ sequence: 1 });
  });

  it('all write to a stream of which they expect nothing', async () => {
    const nodes = Array.from({ length: 3 }, () => logs.open());
    const appends = Array.from({ length: 15 }, () => newAppend({ stream: 'act-busy' }));
    const answers = await Promise.all(appends.map((append, index) => nodes[index % 3]!.append(append)));
    const revisions = answers.map(({ revision }) => revision);
    expect(revisions.toSorted((a, b) => a - b)).toEqual(appends.map((_, index) => index));
  });

  it('let one of two win, and tell the other where the stream is', async () => {
    const [here, there] = [logs.open(), logs.open()];
    await here.append(newAppend({ stream: 'act-a' }));
    await there.readStream('act-a');
    const outcomes = await Promise.allSettled(
      [here, there].map((node) => node.append(newAppend({ stream: 'act-a', expected: 0 }))),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused).toEqual([new WrongRevision('act-a', 1)]);
  });

  it.each(['any', 'no-stream', 0, 7] as const)('know what another has appended, expecting %s', async (expected) => {
    const [here, there] = [logs.open(), logs.open()];
    await there.readStream('act-a');
    const append = newAppend({ stream: 'act-a', expected: 'no-stream' });
    await here.append(append);
    await here.append(newAppend({ stream: 'act-a' }));
    await there.head();
    expect(await there.append({ ...append, expected })).toMatchObject({ revision: 0 });
    const other = { ...append, events: [{ ...append.events[0]!, data: '[]' }] };
    await expect(there.append(other)).rejects.toMatchObject({ name: 'EventIdInUse' });
    expect(await there.readStream('act-a')).toHaveLength(2);
  });
});
