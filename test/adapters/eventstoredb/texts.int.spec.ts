import { createHash } from 'node:crypto';
import { beginning, LogAway, LogNotReadable } from '../../../src/ports/event-log.js';
import { TextDamaged } from '../../../src/ports/texts.js';
import { reset, unauthenticated, unavailable } from '../../support/eventstoredb/faults.js';
import { TestLogs } from '../../support/eventstoredb/logs.js';

const logs = TestLogs.forEachTest();
/** 1 MiB of characters, 4 MiB of UTF-8. */
const long = '𝔇'.repeat(1_048_576);
const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const streamOf = (text: string): string => `text:demarche.${hashOf(text)}`;

describe('a text', () => {
  it('of 1 MiB of any characters comes back, kept in parts that an append takes', async () => {
    const texts = logs.openTexts();
    expect(await texts.put(hashOf(long), long)).toBe('stored');
    expect(await texts.get(hashOf(long))).toEqual({ state: 'present', text: long });
    const sizes = logs.standIn.store.readable(streamOf(long))!.map(({ data }) => data.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(262_144);
  });

  it.each([
    ['a dropped connection', unavailable],
    ['a reset', reset],
    ['silence', 'silence'],
  ] as const)('is put whole and once though %s loses the answers', async (_, how) => {
    const texts = logs.openTexts();
    const { faults, store } = logs.standIn;
    faults.next('append', { with: how, after: 'doing-it' }, { with: how }, { with: how, after: 'doing-it' });
    expect(await texts.put(hashOf(long), long)).toBe('stored');
    expect(store.readable(streamOf(long))).toHaveLength(16);
  });

  it('of which a crash left only a part is absent, and whole when it is put again', async () => {
    const texts = logs.openTexts();
    logs.standIn.faults.next('append', { with: unavailable, after: 'doing-it' });
    logs.standIn.faults.always('append', { with: unavailable });
    await expect(texts.put(hashOf(long), long)).rejects.toThrow(LogAway);
    expect(logs.standIn.store.readable(streamOf(long))).toHaveLength(1);
    expect(await texts.get(hashOf(long))).toEqual({ state: 'absent' });
    logs.standIn.faults.always('append', undefined);
    expect(await texts.put(hashOf(long), long)).toBe('stored');
    expect(await texts.get(hashOf(long))).toEqual({ state: 'present', text: long });
  });

  it('that was changed by others is not passed off as itself', async () => {
    const texts = logs.openTexts();
    await texts.put(hashOf('a'), 'a');
    logs.standIn.store.readable(streamOf('a'))![0]!.data[0] = 98;
    await expect(texts.get(hashOf('a'))).rejects.toEqual(new TextDamaged(hashOf('a')));
  });

  it('is seen by nobody who follows the log', async () => {
    const [texts, log] = [logs.openTexts(), logs.open()];
    await texts.put(hashOf('a'), 'a');
    await texts.erase(hashOf('a'));
    expect((await log.readAll(beginning, 10)).events).toHaveLength(1);
  });
});

describe('erasing a text', () => {
  it('is done once, whatever becomes of the answer', async () => {
    const texts = logs.openTexts();
    await texts.put(hashOf('a'), 'a');
    logs.standIn.faults.next('tombstone', { with: unavailable, after: 'doing-it' });
    await texts.erase(hashOf('a'));
    expect(await texts.get(hashOf('a'))).toEqual({ state: 'erased' });
  });

  it('stops a put that is under way on another node', async () => {
    const [here, there] = [logs.openTexts(), logs.openTexts()];
    const putting = here.put(hashOf(long), long);
    await there.erase(hashOf(long));
    await putting;
    expect(await here.get(hashOf(long))).toEqual({ state: 'erased' });
    expect(await here.put(hashOf(long), long)).toBe('erased');
  });

  it('fails, and may be tried again, while the server is away or denies it', async () => {
    const texts = logs.openTexts();
    await texts.put(hashOf('a'), 'a');
    logs.standIn.faults.always('tombstone', { with: unauthenticated });
    await expect(texts.erase(hashOf('a'))).rejects.toThrow(LogNotReadable);
    logs.standIn.faults.always('tombstone', { with: 'silence' });
    await expect(texts.erase(hashOf('a'))).rejects.toThrow(LogAway);
    logs.standIn.faults.always('tombstone', undefined);
    await texts.erase(hashOf('a'));
    expect(await texts.get(hashOf('a'))).toEqual({ state: 'erased' });
  });
});
