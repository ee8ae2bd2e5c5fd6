import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { viewsFileIn } from '../../src/adapters/sqlite/views/views-file.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { alterLog } from '../support/faults/alter-log.js';
import { configIn, LocalNode } from '../support/faults/local-node.js';
import { recordActs, recordCatalogue } from '../support/faults/recordings.js';
import { exportedLines } from '../support/http/exported.js';

const folder = temporaryFolders();
const dist = join(import.meta.dirname, '../../dist');

describe('demarche verify', () => {
  const directory = folder();
  /** What an auditor gets: a program without packages, a key, an export. */
  const audit = folder();
  const keyFile = join(audit, 'log.vkey');
  const exported = join(audit, 'log.ndjson');

  beforeAll(async () => {
    const node = await LocalNode.start(configIn(directory));
    await recordCatalogue(node);
    await recordActs(node, 1, 10);
    const { keys } = (await node.get('/v1/log/keys')).json as { keys: readonly string[] };
    writeFileSync(keyFile, `${keys.join('\n')}\n`);
    writeFileSync(exported, `${(await exportedLines(node)).join('\n')}\n`);
    await node.close();
    for (const part of ['domain', 'verifying', 'verify.js'])
      cpSync(join(dist, part), join(audit, 'program', part), { recursive: true });
    writeFileSync(join(audit, 'program', 'package.json'), '{"type":"module"}');
  }, 60_000);

  const run = (program: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
    return [status, stdout + stderr] as const;
  };
  const alone = (...args: readonly string[]) => run(join(audit, 'program', 'verify.js'), ...args);
  const command = (...args: readonly string[]) => run(join(dist, 'cli.js'), 'verify', ...args);

  const alterViews = (of: string, sql: string): void => void new Database(viewsFileIn(of)).exec(sql).close();

  it('needs nothing that is installed for an export', () => {
    const [status, said] = alone(exported, '--key', keyFile);
    expect(said).toMatch(/^verified: demarche\/\S+, 16 events, root \S+=\nsigned: all of them\n/);
    expect(status).toBe(0);
  });

  it('says that a SQLite log needs the rest of the program', () => {
    const [status, said] = alone('--log', join(directory, 'log.db'), '--key', keyFile);
    expect([status, said]).toEqual([2, expect.stringContaining('--log needs the whole program')]);
  });

  it('does not say “not verified” where only the verdict could not be written', () => {
    const shown = openSync('/dev/full', 'w');
    const args = [join(audit, 'program', 'verify.js'), exported, '--key', keyFile];
    const { status, stderr } = spawnSync(process.execPath, args, {
      stdio: ['ignore', shown, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(shown);
    const says = 'demarche verify: the verdict cannot be written: there is no room left.\n';
    expect([status, stderr]).toEqual([2, says]);
  });

  it('verifies a SQLite log where it lies, and finds what was changed in it', () => {
    const log = join(directory, 'log.db');
    expect(command('--log', log, '--key', keyFile)).toEqual([0, expect.stringContaining('signed: all of them')]);
    const copy = folder();
    cpSync(directory, copy, { recursive: true });
    alterLog(join(copy, 'log.db'), `UPDATE events SET recorder = 'mallory' WHERE sequence = 9`);
    const [status, said] = command('--log', join(copy, 'log.db'), '--key', keyFile);
    expect([status, said]).toEqual([1, expect.stringContaining('events 1 … 16 are not those that the checkpoint')]);
    expect(said).toContain('event 9 is not what the views of a node were made from');
    expect(said.match(/the views of a node/g)).toHaveLength(1);
  });

  it('names no event of a SQLite log where the views are of another log, or broken', () => {
    const copy = folder();
    cpSync(directory, copy, { recursive: true });
    alterLog(join(copy, 'log.db'), `UPDATE events SET recorder = 'mallory' WHERE sequence = 9`);
    const other = folder();
    cpSync(directory, other, { recursive: true });
    alterViews(other, `UPDATE checkpoint SET log_id = 'another'`);
    const broken = folder();
    writeFileSync(viewsFileIn(broken), 'no database at all, and long enough that SQLite would look for its header');
    const empty = folder();
    writeFileSync(viewsFileIn(empty), '');
    for (const views of [other, broken, empty]) {
      const [status, said] = command('--log', join(copy, 'log.db'), '--key', keyFile, '--views', views);
      expect([status, said]).toEqual([1, expect.stringContaining('events 1 … 16 are not those that the checkpoint')]);
      expect(said).not.toContain('the views of a node');
    }
  });

  it('believes the signature, not the views, where these are not what the log is', () => {
    const copy = folder();
    cpSync(directory, copy, { recursive: true });
    alterViews(copy, `UPDATE tree_edge SET hash = zeroblob(32) WHERE place = 3`);
    expect(command('--log', join(copy, 'log.db'), '--key', keyFile)[0]).toBe(0);
  });

  it('says no with exit code 1, fault by fault, also as JSON', () => {
    const changed = join(audit, 'changed.ndjson');
    writeFileSync(changed, readFileSync(exported, 'utf8').replace('"recorder":"local"', '"recorder":"lokal"'));
    const [status, said] = alone(changed, '--key', keyFile, '--json');
    expect(status).toBe(1);
    expect((JSON.parse(said) as { faults: unknown[] }).faults[0]).toEqual({
      sequence: expect.any(Number),
      what: 'is not what the log committed to',
    });
  });

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'with carriage returns',
      (text) => text.replaceAll('\n', '\r\n'),
      /^line 1 and \d+ more: a carriage return stands/m,
    ],
    ['with a byte order mark', (text) => `\ufeff${text}`, /^the file begins with a byte order mark/m],
    ['with an empty line', (text) => `${text}\n`, /cannot be read: line \d+ is not as an export is written/],
    [
      'with a space more',
      (text) => text.replace('{"event"', '{ "event"'),
      /^line 2: not written as an export writes it/m,
    ],
    [
      'with a field twice',
      (text) => text.replace('{"event":', '{"event":{},"event":'),
      /^line 2: not written as an export writes it/m,
    ],
    ['cut in the middle of a line', (text) => text.slice(0, -20), /cannot be read: line \d+ is not/],
  ])('says no to an export %s', (_, alter, fault) => {
    const altered = join(audit, 'altered.ndjson');
    writeFileSync(altered, alter(readFileSync(exported, 'utf8')));
    expect(alone(altered, '--key', keyFile)).toEqual([1, expect.stringMatching(fault)]);
  });

  it('says no to bytes that are no UTF-8, though they would be read as what was written', () => {
    const bytes = readFileSync(exported);
    const at = bytes.indexOf('local');
    const altered = join(audit, 'altered.ndjson');
    writeFileSync(altered, Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 1)]));
    expect(alone(altered, '--key', keyFile)).toEqual([1, expect.stringMatching(/cannot be read: line \d+ is not/)]);
  });

  it('says in one sentence what is wrong with a file that it is given', () => {
    const nowhere = join(audit, 'nowhere');
    const blank = join(audit, 'blank');
    writeFileSync(blank, '');
    const key = ['--key', keyFile];
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [[nowhere, ...key], `There is no file ${nowhere}.`],
      [[audit, ...key], `${audit} is a directory, not a file.`],
      [[join(directory, 'log.db'), ...key], 'is a SQLite database, not an export: verify it with --log.'],
      [[exported, '--key', nowhere], `${nowhere} is neither a public key nor a file.`],
      [[exported, '--key', audit], `${audit} is a directory, not a file.`],
      [[exported, '--key', blank], `${blank} holds no key.`],
      [[exported, '--key', exported], `Line 1 of ${exported} is no key.`],
      [[exported, ...key, '--checkpoint', nowhere], `There is no file ${nowhere}.`],
      [[exported, ...key, '--checkpoint', audit], `${audit} is a directory, not a file.`],
      [['--log', audit, ...key], `${audit} is a directory, not a file.`],
      [['--log', exported, ...key], `${exported} is no SQLite log.`],
      [['--log', blank, ...key], `${blank} is empty, not a log.`],
      [['--log', viewsFileIn(directory), ...key], 'is a database of another program, not a log.'],
    ];
    for (const [args, says] of wrong) expect(command(...args)).toEqual([2, expect.stringContaining(says)]);
  });

  it.each([
    [[]],
    [[exported]],
    [[exported, '--key', 'no key']],
    [['nowhere', '--key', keyFile]],
    [[exported, '--key', keyFile, '--views', directory]],
    [[exported, '--log', exported, '--key', keyFile]],
    [[exported, '--key', keyFile, '--chek', 'x']],
    [[exported, '--key', keyFile, '--checkpoint', 'nowhere']],
  ])('is used wrongly with %j', (args) => {
    expect(command(...args)).toEqual([2, expect.stringContaining('Try --help.')]);
  });
});
