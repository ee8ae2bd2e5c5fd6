import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteNotary } from '../../../../src/adapters/sqlite/notary/sqlite-notary.js';
import { parseCheckpoint } from '../../../../src/domain/audit/checkpoint.js';
import { sha256 } from '../../../support/sha256.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();
const rootAt = (size: number): string => sha256.ofText(`root ${String(size)}`);
const headAt = (size: number) => ({ origin: 'demarche/a', size, root: rootAt(size) });

describe('a key that is not the one which signed last', () => {
  const signedWith = async (): Promise<string> => {
    const keyFile = join(folder(), 'log-key.pem');
    const notary = await SqliteNotary.open({ keyFile, mayGenerate: true });
    await notary.sign(headAt(3), rootAt);
    await notary.close();
    return keyFile;
  };

  it.each([true, false])('is not made up where that one is gone (may be made: %s)', async (mayGenerate) => {
    const keyFile = await signedWith();
    rmSync(keyFile);
    const gone = `the key ${keyFile} is gone, which signed the last checkpoint, of 3 events; put that key back`;
    await expect(SqliteNotary.open({ keyFile, mayGenerate })).rejects.toThrow(gone);
    expect(existsSync(keyFile)).toBe(false);
  });

  it('is refused where it stands in its place, unless that one’s public part follows', async () => {
    const [keyFile, other] = [await signedWith(), await signedWith()];
    const [former, fresh] = [readFileSync(keyFile, 'utf8'), readFileSync(other, 'utf8')];
    writeFileSync(keyFile, fresh);
    await expect(SqliteNotary.open({ keyFile, mayGenerate: true })).rejects.toThrow(
      `${keyFile} has no key that signed the last checkpoint, of 3 events`,
    );
    writeFileSync(keyFile, fresh + createPublicKey(former).export({ format: 'pem', type: 'spki' }).toString());
    const notary = await SqliteNotary.open({ keyFile, mayGenerate: true });
    const signed = await notary.sign(headAt(4), rootAt);
    await notary.close();
    expect(parseCheckpoint(signed.note.slice(0, signed.note.indexOf('\n\n') + 1))?.size).toBe(4n);
  });
});
