import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { realOpen } from './support/real-open.js';
import { type Ran, runOn, testHost } from './support/test-host.js';
import { run } from '../../src/cli/run.js';

const patienceMs = 120_000;
const open = realOpen({});

async function leftovers(): Promise<readonly string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('demarche-demo-'));
}

describe('the demo', () => {
  let told: Ran;
  let before: readonly string[];
  beforeAll(async () => {
    before = await leftovers();
    told = await runOn({ open }, 'demo', '--no-serve');
  }, patienceMs);

  it('says in one line what it loaded, and refuses nothing of it', () => {
    expect(told.out).toMatch(/^Recorded ceasefire-2025: \d+ acts of \d+ parties on \d+ issues from \d+ digests/);
    expect([told.exitCode, told.err]).toEqual([0, '']);
  });

  it('draws the stance, and tells its bands with their dates and its shifts with their acts', () => {
    expect(told.out).toMatch(/\n +[▁▂▃▄▅▆▇█ ]{60,}\n/);
    expect(told.out).toMatch(/\nTrajectory {2}pressure → mediation/);
    expect(told.out).toMatch(/\n {2}pressure +2024-06-13 +2025-02-\d\d +\d+ days\n/);
    expect(told.out).toContain('pressure → mediation, through');
  });

  it('says digest beside every quote of one', () => {
    const quotes = told.out.split('\n').filter((line) => line.includes('[digest]'));
    expect(quotes.length).toBeGreaterThan(5);
    expect(told.out).not.toContain('        “');
  });

  it('asks one question in three ways, and gets three answers', () => {
    const scores = [...told.out.matchAll(/^ {2}as .+? +([−+]\d\.\d{3}) /gm)].map(([, score]) => score);
    expect(scores).toHaveLength(3);
    expect(new Set(scores).size).toBe(3);
  });

  it('leaves nothing behind', async () => {
    expect(await leftovers()).toEqual(before);
  });

  it(
    'tells everything before it listens, and answers what it says to ask',
    async () => {
      const stop = new AbortController();
      const host = testHost({
        signal: stop.signal,
        open: async (options) => {
          if (!options.listen) return open(options);
          expect(host.stdout.text).toContain(`curl 'http://127.0.0.1:${options.listen.port}/v1/stances/`);
          const server = await open(options);
          const urls = [...host.stdout.text.matchAll(/curl '([^']+)'/g)].map(([, url]) => url ?? '');
          const answers = await Promise.all(urls.map((url) => fetch(url)));
          expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
          stop.abort();
          return server;
        },
      });
      expect(await run(host, ['demo', '--port', String(await freePort())])).toBe(0);
    },
    patienceMs,
  );

  it(
    'tells its story and then what to do where the port is taken',
    async () => {
      const taken = createServer();
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
      const { port } = taken.address() as { port: number };
      const { exitCode, out, err } = await runOn({ open }, 'demo', '--port', String(port));
      taken.close();
      expect(out).toContain('Trajectory');
      expect(out).not.toContain('curl');
      expect(err).toContain(`Port ${port} of 127.0.0.1 is in use.`);
      expect(exitCode).toBe(3);
    },
    patienceMs,
  );
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
