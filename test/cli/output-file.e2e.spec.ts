import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { answering, ToldLog, ToldServer } from '../witnessing/told-log.js';

const folder = temporaryFolders();
const program = join(import.meta.dirname, '../../dist/cli.js');

describe('a file that a command is to write and cannot', () => {
  const directory = folder();
  const run = (...args: readonly string[]): readonly [number | null, string] => {
    const env = { PATH: process.env['PATH'], DEMARCHE_LOG: 'sqlite:./log.db', DEMARCHE_VIEWS: '.' };
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
      ...{ encoding: 'utf8', cwd: directory, env },
    });
    return [status, stderr];
  };
  beforeAll(() => {
    mkdirSync(join(directory, 'folder'));
    writeFileSync(join(directory, 'file'), '');
  });

  it.each([
    ['folder', 'folder is a directory, not a file.'],
    ['nowhere/log.ndjson', 'nowhere/log.ndjson cannot be written: make its directory.'],
    ['file/log.ndjson', 'file/log.ndjson cannot be written: a part of its path is a file, not a directory.'],
  ])('is told of by `export --output %s` in a sentence', (output, says) => {
    expect(run('export', '--log', '--output', output)).toEqual([2, `demarche: ${says}\n`]);
  });

  it('stays as it was where an export fails half-way', async () => {
    const log = new ToldLog();
    log.grow(5);
    const server = await ToldServer.of(log); // which has a checkpoint
    server.instead = { '/v1/log/events': answering(500, '{}') };
    writeFileSync(join(directory, 'kept'), 'the export before');
    const args = ['export', '--log', '--to', server.url, '--output', 'kept'];
    const [status] = (await once(spawn(process.execPath, [program, ...args], { cwd: directory }), 'close')) as [number];
    await server.stop();
    expect(status).toBe(3);
    expect(readFileSync(join(directory, 'kept'), 'utf8')).toBe('the export before');
    expect(readdirSync(directory).filter((name) => name.startsWith('kept'))).toEqual(['kept']);
  });

  it('is no file, but full, and is told of as one', () => {
    const full = openSync('/dev/full', 'w');
    for (const [args, what] of [
      [['export', '--log'], 'the export'],
      [['acts', '--json'], 'the output'],
    ] as const) {
      const env = { PATH: process.env['PATH'], DEMARCHE_LOG: 'memory:' };
      const stdio = ['ignore', full, 'pipe'] as const;
      const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
        stdio: [...stdio],
        encoding: 'utf8',
        env,
      });
      expect([status, stderr]).toEqual([2, `demarche: ${what} cannot be written: there is no room left.\n`]);
    }
    closeSync(full);
  });

  it('is told of by `views export` in a sentence', () => {
    const says = 'file/views.db cannot be written: a part of its path is a file, not a directory.';
    expect(run('views', 'export', 'file/views.db')).toEqual([2, `demarche: ${says}\n`]);
    expect(run('views', 'export', 'folder')).toEqual([2, 'demarche: folder exists already; name a new file.\n']);
  });
});
