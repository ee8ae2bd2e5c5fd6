import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPorts } from '../../src/app.module.js';
import { configOf } from '../../src/config.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { configIn } from '../support/faults/local-node.js';

const folder = temporaryFolders();

describe('a node whose directories can never be written to', () => {
  const here = folder();
  const config = configIn(here);
  const file = join(here, 'a-file');
  writeFileSync(file, '');

  const refusal = (directory: string, setting: 'views' | 'reads') => {
    const asked = setting === 'views' ? { viewsDirectory: directory } : { reads: { directory, days: 90 } };
    return openPorts({ ...config, ...asked }).then(
      () => 'opened',
      (error: unknown) => error,
    );
  };

  it.each(['views', 'reads'] as const)('is not started where the directory of its %s is a file', async (setting) => {
    const message = `${file} is a file, not a directory.`;
    expect(await refusal(file, setting)).toMatchObject({
      name: 'BadConfig',
      message: expect.stringContaining(message) as unknown,
    });
  });

  it.each([
    ['below a file', join(file, 'views'), 'a part of its path is a file, not a directory.'],
    ['in a system’s own folder', '/proc/views', 'make its directory.'],
    ['longer than a path can be', join(here, 'x'.repeat(300)), 'its path is too long.'],
    ['longer than SQLite takes', join(here, 'x'.repeat(200), 'y'.repeat(250)), 'its path is too long.'],
  ])('is not started where it is %s', async (_what, directory, why) => {
    const message = expect.stringContaining(`(DEMARCHE_VIEWS): ${directory} cannot be written: `) as unknown;
    expect(await refusal(directory, 'views')).toMatchObject({ name: 'BadConfig', message });
    expect(String(await refusal(directory, 'views'))).toContain(why);
  });

  it('is not started where nobody could read later what was asked', async () => {
    const below = join(file, 'reads');
    expect(String(await refusal(below, 'reads'))).toContain(`(DEMARCHE_READS): ${below} cannot be written`);
  });

  it('takes no recorder by default whom it would refuse in a request', () => {
    for (const name of ['a\nb', 'ü', 'a,b', 'x'.repeat(129)]) {
      expect(() => configOf({ DEMARCHE_RECORDER: name })).toThrow(
        'DEMARCHE_RECORDER is a name of 1 to 128 printable ASCII',
      );
    }
  });
});
