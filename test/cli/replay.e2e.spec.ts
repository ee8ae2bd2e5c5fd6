import { PassThrough } from 'node:stream';
import { setImmediate as pause } from 'node:timers/promises';
import type { RunningServer } from '../../src/cli/host.js';
import { run } from '../../src/cli/run.js';
import { CuttingProxy } from './support/cutting-proxy.js';
import { realOpen } from './support/real-open.js';
import { type Ran, runOn, testHost } from './support/test-host.js';

const cell = ['--party', 'united-states', '--issue', 'approach-to-moscow', '--from', '2025-03', '--to', '2025-04-22'];
const query = 'party=united-states&issue=approach-to-moscow&from=2025-03&to=2025-04-22';

describe('a replay on the command line', () => {
  let server: RunningServer;
  const replay = (...args: readonly string[]): Promise<Ran> =>
    runOn({ env: { DEMARCHE_URL: server.url } }, 'replay', ...args);

  beforeAll(async () => {
    server = await realOpen({ DEMARCHE_LOG: 'memory:' })({});
    await runOn({ env: { DEMARCHE_URL: server.url } }, 'record', 'samples/ceasefire-2025');
  }, 120_000);
  afterAll(() => server.close());

  it('tells a line an event where nobody watches, and at the end how to have the same again', async () => {
    const { exitCode, out, err } = await replay(...cell);
    expect([exitCode, err]).toEqual([0, '']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^2025-03-0\d {2}united-states on approach-to-moscow {2}[−+]0\.\d\d → [−+]0\.\d\d /);
    expect(lines.at(-2)).toBe(`The end on 2025-04-23: ${lines.length - 2} events, 1 stance`);
    const pasted = lines.at(-1)?.split(' ').slice(1) ?? [];
    expect(pasted.slice(0, 3)).toEqual(['replay', '--by', 'valid']);
    expect((await replay(...pasted.slice(1))).out).toBe(out);
  });

  it.each(['known', 'published'])('goes along what was %s, and can be had again', async (by) => {
    const { out } = await replay('--by', by, '--party', 'united-states', '--plain');
    const pasted = out.trimEnd().split('\n').at(-1)?.split(' ').slice(2) ?? [];
    expect((await replay(...pasted)).out).toBe(out);
  });

  it('prints the very lines of the server', async () => {
    const sent = await (await fetch(`${server.url}/v1/replay?${query}`)).text();
    expect((await replay(...cell, '--json')).out).toBe(sent);
    const second = JSON.parse(sent.split('\n')[1] ?? '') as { id: string };
    const rest = await replay(...cell, '--json', '--after', second.id);
    expect(rest.out).toBe(sent.split('\n').slice(2).join('\n'));
  });

  it('goes on by itself where the connection is cut, and repeats and misses nothing', async () => {
    const whole = await replay(...cell, '--json');
    const proxy = await CuttingProxy.before(server.url, 6);
    const { exitCode, out, err } = await replay(...cell, '--json', '--to', proxy.url);
    await proxy.stop();
    expect([exitCode, out]).toEqual([0, whole.out]);
    expect(proxy.asked.length).toBeGreaterThan(2);
    expect(err).toContain('The connection was cut; going on after the last event.\n');
  });

  it('takes the time that a speed asks for, and no more', async () => {
    const { exitCode, out } = await replay(...cell, '--json', '--speed', '1e9');
    expect([exitCode, out]).toEqual([0, (await replay(...cell, '--json')).out]);
  });

  it.each([
    [['--speed', '0'], 'It is max or a number from 0.001'],
    [['--by', 'told'], 'Allowed choices are valid, known, published'],
    [['--from', '2025-06', '--to', '2025-04'], '--from: `from` comes before `to`'],
    [['--after', 'bm9uc2Vuc2U'], '--after: This is not a place in this replay'],
  ])('refuses %j as wrong usage', async (args, said) => {
    const { exitCode, err } = await replay(...args);
    expect([exitCode, err]).toEqual([2, expect.stringContaining(said)]);
  });

  describe('on a terminal', () => {
    const terminal = { isTTY: true, columns: 100, rows: 12 };

    function watched(env: NodeJS.ProcessEnv = {}): {
      host: ReturnType<typeof testHost>;
      modes: boolean[];
      keys: PassThrough;
    } {
      const modes: boolean[] = [];
      const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => modes.push(on) });
      const host = testHost({ env: { DEMARCHE_URL: server.url, ...env }, stdin: keys });
      Object.assign(host.stdout, terminal);
      return { host, modes, keys };
    }

    it('plays to the end, gives the terminal back, and leaves the last table there', async () => {
      const { host, modes } = watched();
      expect(await run(host, ['replay', ...cell, '--speed', 'max'])).toBe(0);
      const [, left = ''] = host.stdout.text.split('\u001b[?25h\u001b[?1049l');
      expect(host.stdout.text).toMatch(/^\p{Cc}\[\?1049h\p{Cc}\[\?25l/u);
      expect(left).toMatch(/united-states {2}approach-to-moscow[^]*\nThe end on 2025-04-23: \d+ events, 1 stance\n/);
      expect(modes).toEqual([true, false]);
    });

    it.each([
      ['q', 0, ''],
      ['\u0003', 1, 'demarche: Interrupted.\n'],
    ])('steps, and is left by %j with the place to go on from', async (key, exitCode, said) => {
      const { host, modes, keys } = watched();
      keys.write(' ss');
      const ended = run(host, ['replay', ...cell, '--speed', '0.001']);
      while (!host.stdout.text.includes('2 events')) await pause();
      keys.write(key);
      expect([await ended, host.stderr.text]).toEqual([exitCode, said]);
      const after = /--after ([\w-]+)/.exec(host.stdout.text)?.[1] ?? '';
      const whole = (await replay(...cell, '--json')).out.split('\n');
      expect((await replay(...cell, '--json', '--after', after)).out.split('\n')).toEqual(whole.slice(2));
      expect(modes).toEqual([true, false]);
    });

    it('draws nothing that moves where NO_COLOR is set', async () => {
      const { host, modes } = watched({ NO_COLOR: '1' });
      expect(await run(host, ['replay', ...cell])).toBe(0);
      expect([host.stdout.text.includes('\u001b'), modes]).toEqual([false, []]);
      expect(Math.max(...host.stdout.lines.slice(0, -1).map((line) => line.length))).toBeLessThanOrEqual(100);
    });
  });
});
