import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { deleteViews } from '../support/faults/delete-views.js';
import { placeIn } from '../support/faults/node-place.js';
import { NodeProcess } from '../support/faults/node-process.js';
import { recordActs, recordCatalogue } from '../support/faults/recordings.js';

const folder = temporaryFolders();
const dist = join(import.meta.dirname, '../../dist');

describe('demarche witness', () => {
  const audit = folder();
  const state = join(audit, 'state.json');
  const keyFile = join(audit, 'log.vkey');
  const directory = folder();
  /** The same log, as it was before it grew. */
  const backup = folder();
  let node: NodeProcess;

  beforeAll(async () => {
    for (const part of ['domain', 'files', 'verifying', 'witnessing', 'witness.js'])
      cpSync(join(dist, part), join(audit, 'program', part), { recursive: true });
    writeFileSync(join(audit, 'program', 'package.json'), '{"type":"module"}');
    node = await NodeProcess.start(placeIn(directory));
    await recordCatalogue(node);
    await recordActs(node, 1, 4); // 7 … 10
  }, 60_000);
  afterAll(() => node.stop());

  async function run(program: readonly string[], ...args: readonly string[]) {
    const env = { ...process.env, XDG_DATA_HOME: join(audit, 'share') };
    const child = spawn(process.execPath, [...program, ...args], { env });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return [child.exitCode, out + err] as const;
  }
  const command = (...args: readonly string[]) => run([join(dist, 'cli.js'), 'witness'], ...args);
  const alone = (...args: readonly string[]) => run([join(audit, 'program', 'witness.js')], ...args);
  const witnessed = () => alone(node.url, '--state', state);

  async function restartOn(place: string): Promise<void> {
    await node.stop();
    node = await NodeProcess.start(placeIn(place));
  }

  it('needs nothing that is installed, and follows a server that builds its views anew and grows', async () => {
    const { keys } = (await node.get('/v1/log/keys')).json as { keys: readonly string[] };
    writeFileSync(keyFile, `${keys.join('\n')}\n`);
    const first = await alone(node.url, '--state', state, '--key', keyFile);
    expect(first).toEqual([
      0,
      expect.stringMatching(/^first seen: demarche\/\S+, 10 events with the root \S+=\nkept in /),
    ]);
    await node.stop();
    cpSync(directory, backup, { recursive: true });
    deleteViews(directory);
    node = await NodeProcess.start(placeIn(directory));
    expect(await witnessed()).toEqual([0, expect.stringMatching(/^unchanged: .*, 10 events /)]);
    await recordActs(node, 5, 4); // 11 … 14
    expect(await witnessed()).toEqual([
      0,
      expect.stringMatching(/^consistent: .*, 14 events .*; the last 4 came after /),
    ]);
  }, 30_000);

  it('refuses a server that was put back to an older backup, key and record of signatures included', async () => {
    await restartOn(backup);
    const [status, said] = await witnessed();
    expect([status, said]).toEqual([1, expect.stringMatching(/^REFUSED \(rollback\): /)]);
    expect(said).toMatch(/\nkept: {5}size 14, root \S+=, seen \S+Z\nshown: {4}size 10, root \S+=\n/);
  }, 30_000);

  it('refuses the fork that grows from there, of the same size and of a greater one, with evidence', async () => {
    await recordActs(node, 105, 4);
    expect(await witnessed()).toEqual([1, expect.stringMatching(/^REFUSED \(fork\): /)]);
    await recordActs(node, 109, 2);
    const [status, said] = await alone(node.url, '--state', state, '--json');
    expect([status, JSON.parse(said)]).toMatchObject([
      1,
      { outcome: 'refused', kept: { size: 14 }, refusal: { fault: 'inconsistent', shown: { size: 16 } } },
    ]);
    const kinds = ['fork', 'inconsistent', 'rollback'].map((kind) => `state.14.${kind}.json`);
    expect(readdirSync(audit).filter((name) => name.startsWith('state.'))).toEqual([...kinds, 'state.json']);
    const { kept, shown } = JSON.parse(readFileSync(join(audit, 'state.14.fork.json'), 'utf8')) as Evidence;
    expect([kept.checkpoint, shown.checkpoint].map((note) => note.split('\n')[1])).toEqual(['14', '14']);
  }, 30_000);

  it('finds the true log consistent again afterwards', async () => {
    await restartOn(directory);
    expect((await witnessed())[0]).toBe(0);
  }, 30_000);

  it('is a command of its own, which keeps what it sees under the user’s data', async () => {
    const first = await command(node.url);
    expect(first).toEqual([0, expect.stringMatching(/\ntrusted from now on: demarche\/\S+\n.* compare it with /)]);
    expect(await command(node.url, '--quiet')).toEqual([0, '']);
    const [name] = readdirSync(join(audit, 'share', 'demarche', 'witness'));
    expect(name).toMatch(/^127\.0\.0\.1_\d+-[0-9a-f]{8}\.json$/);
  });

  it('goes on until it is stopped, also while the server is away', async () => {
    const program = [join(audit, 'program', 'witness.js'), node.url, '--state', state, '--every', '0.05', '--json'];
    const child = spawn(process.execPath, program);
    const outcomes: string[] = [];
    for await (const line of lines(child.stdout)) {
      const { outcome } = JSON.parse(line) as { outcome: string };
      if (outcomes.at(-1) !== outcome) outcomes.push(outcome);
      if (outcomes.length === 1 && outcome === 'unchanged') await node.stop();
      if (outcome === 'unreachable' && !child.killed) child.kill('SIGTERM'); // a second one would kill it
    }
    expect([child.exitCode ?? (await once(child, 'close'))[0], outcomes]).toEqual([3, ['unchanged', 'unreachable']]);
  }, 30_000);
});

interface Evidence {
  readonly kept: { readonly checkpoint: string };
  readonly shown: { readonly checkpoint: string };
}

async function* lines(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream) {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
}
