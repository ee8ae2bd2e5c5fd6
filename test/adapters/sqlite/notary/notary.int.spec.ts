import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteNotary } from '../../../../src/adapters/sqlite/notary/sqlite-notary.js';
import { Database } from '../../../../src/adapters/sqlite/shared/driver.js';
import { parseCheckpoint } from '../../../../src/domain/audit/checkpoint.js';
import type { Note } from '../../../../src/domain/audit/note.js';
import { openNote } from '../../../../src/domain/audit/open-note.js';
import { verifyEd25519 } from '../../../support/ed25519.js';
import { sha256 } from '../../../support/sha256.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();
const origin = 'demarche/a';
const rootAt = (size: number): string => sha256.ofText(`root ${String(size)}`);
const headAt = (size: number) => ({ origin, size, root: rootAt(size) });

const opened: SqliteNotary[] = [];
afterEach(() => Promise.all(opened.splice(0).map((notary) => notary.close())));

async function open(keyFile: string, mayGenerate = true): Promise<SqliteNotary> {
  const notary = await SqliteNotary.open({ keyFile, mayGenerate });
  opened.push(notary);
  return notary;
}

describe('the key of a log', () => {
  it('is made on first start, for its owner only, and found again', async () => {
    const keyFile = join(folder(), 'made', 'log-key.pem');
    const keys = (await open(keyFile)).keys(origin);
    expect(keys).toHaveLength(1);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(keyFile, '..')).filter((name) => !name.includes('signed'))).toEqual(['log-key.pem']);
    expect((await open(keyFile)).keys(origin)).toEqual(keys);
  });

  it('is never made where it must be configured', async () => {
    const keyFile = join(folder(), 'key.pem');
    await expect(open(keyFile, false)).rejects.toThrow(`there is no key ${keyFile}; make one with \`openssl`);
    expect(readdirSync(join(keyFile, '..'))).toEqual([]);
  });

  it.each([
    ['', 'nothing'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', 'a key cut short'],
  ])('is refused when the file holds %#: %s', async (content) => {
    const keyFile = join(folder(), 'key.pem');
    writeFileSync(keyFile, content);
    await expect(open(keyFile)).rejects.toThrow('is not an Ed25519 private key in PEM form');
  });
});

describe('signing checkpoints', () => {
  it('signs what continues what it signed, and gives the same note for the same size', async () => {
    const keyFile = join(folder(), 'log-key.pem');
    const notary = await open(keyFile);
    const first = await notary.sign(headAt(3), rootAt);
    const { text } = openNote(first.note, notary.keys(origin), verifyEd25519) as Note;
    expect(parseCheckpoint(text)).toEqual({ origin, size: 3n, root: rootAt(3) });
    expect(await notary.sign(headAt(3), rootAt)).toEqual(first);
    const second = await notary.sign(headAt(8), rootAt);
    expect(await (await open(keyFile)).last()).toEqual(second);
  });

  it.each([
    ['a smaller size', headAt(7), rootAt, 'A checkpoint of 8 events was signed, and the log holds 7'],
    ['another root', { ...headAt(8), root: rootAt(0) }, rootAt, 'an event up to sequence 8 is not what it was'],
    ['another past', headAt(9), () => rootAt(0), 'an event up to sequence 8 is not what it was'],
    [
      'another log',
      { ...headAt(9), origin: 'demarche/b' },
      rootAt,
      'This key signs for demarche/a, not for demarche/b',
    ],
  ])('signs nothing for %s', async (_, claimed, roots, why) => {
    const notary = await open(':memory:');
    const signed = await notary.sign(headAt(8), rootAt);
    await expect(notary.sign(claimed, roots)).rejects.toThrow(why);
    expect(await notary.last()).toEqual(signed);
  });

  it('keeps anyone with SQL from going back', async () => {
    const directory = folder();
    await (await open(join(directory, 'key.pem'))).sign(headAt(8), rootAt);
    const connection = new Database(join(directory, 'key-signed.db'));
    for (const change of ['UPDATE signed SET size = 7', `UPDATE signed SET root = 'x'`, 'DELETE FROM signed'])
      expect(() => connection.exec(change)).toThrow(/last/);
    connection.close();
  });

  it('is one for two processes: neither signs behind the other', async () => {
    const keyFile = join(folder(), 'key.pem');
    const [one, other] = [await open(keyFile), await open(keyFile)];
    await one.sign(headAt(8), rootAt);
    await expect(other.sign(headAt(7), rootAt)).rejects.toThrow('A checkpoint of 8 events was signed');
    await other.sign(headAt(9), rootAt);
    expect((await one.last())?.size).toBe(9);
  });
});

describe('rotating the key', () => {
  it('signs the last checkpoint with the new key too, and from then on with it alone', async () => {
    const keyFile = join(folder(), 'key.pem');
    const [notary, running] = [await open(keyFile), await open(keyFile)];
    const [old] = notary.keys(origin);
    await running.sign(headAt(3), rootAt);
    const fresh = await notary.rotate(origin);
    expect(running.keys(origin)).toEqual([fresh, old]);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const handover = await running.sign(headAt(3), rootAt);
    for (const key of [old!, fresh]) expect(openNote(handover.note, [key], verifyEd25519)).toHaveProperty('text');
    const next = await running.sign(headAt(4), rootAt);
    expect(openNote(next.note, [fresh], verifyEd25519)).toHaveProperty('text');
    expect(openNote(next.note, [old!], verifyEd25519)).toBe('unsigned');
  });

  it('leaves the old key in use when it was cut off before its end', async () => {
    const directory = folder();
    const keyFile = join(directory, 'key.pem');
    const notary = await open(keyFile);
    const [old] = notary.keys(origin);
    await notary.sign(headAt(3), rootAt);
    copyFileSync(keyFile, join(directory, 'before'));
    await notary.rotate(origin);
    writeFileSync(keyFile, readFileSync(join(directory, 'before')));
    chmodSync(keyFile, 0o600);
    const next = await notary.sign(headAt(4), rootAt);
    expect(openNote(next.note, [old!], verifyEd25519)).toHaveProperty('text');
  });
});

describe('killing a signer', () => {
  it('never leaves two roots for one size, nor a size that goes back', async () => {
    const keyFile = join(folder(), 'key.pem');
    const seen = new Map<number, string>();
    for (let death = 0; death < 6; death++) {
      for (const [size, root] of await signUntilKilled(keyFile, 20 + death * 13)) {
        expect(seen.get(size) ?? root).toBe(root);
        seen.set(size, root);
      }
      const last = await (await open(keyFile)).last();
      expect(last?.size).toBeGreaterThanOrEqual(Math.max(...seen.keys()));
    }
    expect(seen.size).toBeGreaterThan(20);
  }, 60_000);
});

/** What a process said that it signed, before it was killed in the middle of more. */
async function signUntilKilled(keyFile: string, signatures: number): Promise<ReadonlyMap<number, string>> {
  const signer = spawn(process.execPath, [join(import.meta.dirname, 'signer.mjs'), keyFile], { stdio: 'pipe' });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    signer.stdout.on('data', (text) => {
      said += String(text);
      if (said.split('\n').length > signatures) resolve();
    });
    signer.once('exit', () => reject(new Error('the signer ended by itself')));
  });
  signer.removeAllListeners('exit').kill('SIGKILL');
  await once(signer, 'close');
  const lines = said.slice(0, said.lastIndexOf('\n')).split('\n');
  return new Map(lines.map((line) => [Number(line.split(' ')[0]), line.split(' ')[1] ?? '']));
}
