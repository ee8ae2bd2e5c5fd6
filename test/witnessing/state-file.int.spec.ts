import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { ToldLog, ToldServer } from './told-log.js';
import { look } from './watched.js';

const folder = temporaryFolders();

/** The process of a program that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('what a witness keeps', () => {
  const log = new ToldLog();
  let server: ToldServer;
  let directory: string;
  let state: string;

  beforeAll(async () => void (server = await ToldServer.of(log)));
  afterAll(() => server.stop());
  beforeEach(() => {
    directory = join(folder(), 'new', 'witness');
    state = join(directory, 'state.json');
    log.grow(5);
  });

  const looked = (timeoutMs = 5000) => look({ url: server.url, state, timeoutMs });

  it('is for its owner only, and nothing lies beside it', async () => {
    await looked();
    expect(statSync(state).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['state.json']);
  });

  it('is never half of it: what a killed witness was writing is not read', async () => {
    await looked();
    writeFileSync(`${state}.0b6e2b1c-5d0a-4c7e-9a54-0c1a3f1b7c11`, '{"witness":1,');
    log.grow(6);
    expect((await looked()).outcome).toBe('grown');
  });

  it.each([
    ['cut', (text: string) => text.slice(0, -40)],
    ['emptied', () => ''],
    ['given another size', (text: string) => text.replace('\\n5\\n', '\\n4\\n')],
    ['given another key', (text: string) => text.replace(log.keys[0]!, new ToldLog().keys[0]!)],
    ['given a key that is none', (text: string) => text.replace('"demarche/told+', '"demarche/told-')],
    ['written by a later release', (text: string) => text.replace('"witness": 1', '"witness": 2')],
  ])('is not taken for something else, nor begun anew, where it was %s', async (_, changed) => {
    await looked();
    const text = changed(readFileSync(state, 'utf8'));
    writeFileSync(state, text);
    const { outcome, why } = await looked();
    expect([outcome, why]).toEqual(['unreachable', expect.stringContaining('is not what a witness keeps')]);
    expect(readFileSync(state, 'utf8')).toBe(text);
  });

  it('is refused where it cannot be written, before anything is believed', async () => {
    mkdirSync(join(directory, '..'), { recursive: true });
    writeFileSync(directory, 'a file in the way');
    expect(await looked()).toMatchObject({
      outcome: 'unreachable',
      why: expect.stringContaining('What is seen cannot be kept'),
    });
  });

  it('is refused where nobody can make its directory, and nothing hangs', async () => {
    const outcome = await look({ url: server.url, state: '/proc/witness/state.json' });
    expect(outcome).toMatchObject({ outcome: 'unreachable', why: expect.stringContaining('cannot be kept') });
  });

  it('is of one run after the other, where several begin at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => looked()));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['first', ...Array<string>(7).fill('unchanged')]);
    expect(readdirSync(directory)).toEqual(['state.json']);
  });

  it('is not touched while another witness is at work on it', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(`${state}.lock`, `${process.pid} mark ${hostname()}`);
    const { outcome, why } = await looked(50);
    expect([outcome, why]).toEqual(['unreachable', expect.stringContaining(`delete ${state}.lock`)]);
    expect(readdirSync(directory)).toEqual(['state.json.lock']);
  });

  it('is not taken from a witness on another machine', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(`${state}.lock`, `${endedProcess()} mark elsewhere.example`);
    expect((await looked(50)).outcome).toBe('unreachable');
  });

  it('is free again after a witness was killed', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(`${state}.lock`, `${endedProcess()} mark ${hostname()}`);
    expect((await looked()).outcome).toBe('first');
    expect(readdirSync(directory)).toEqual(['state.json']);
  });

  it('refuses all the same where there is no room for the evidence', async () => {
    await looked();
    log.fork(5);
    mkdirSync(`${directory}/state.5.fork.json`);
    const { refusal } = await looked();
    expect([refusal?.fault, readdirSync(directory).sort()]).toEqual(['fork', ['state.5.fork.json', 'state.json']]);
  });
});
