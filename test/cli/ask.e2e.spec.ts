import type { RunningServer } from '../../src/cli/host.js';
import { realOpen } from './support/real-open.js';
import { type Ran, runOn } from './support/test-host.js';

const cell = ['united-states', 'approach-to-moscow'] as const;

describe('asking a running server', () => {
  let server: RunningServer;
  const ask = (...args: readonly string[]): Promise<Ran> => runOn({ env: { DEMARCHE_URL: server.url } }, ...args);

  beforeAll(async () => {
    server = await realOpen({ DEMARCHE_LOG: 'memory:' })({});
    expect((await ask('record', 'samples/ceasefire-2025')).exitCode).toBe(0);
  }, 120_000);
  afterAll(() => server.close());

  it('prints a stance with a basis that can be pasted back', async () => {
    const { out } = await ask('stance', ...cell, '--valid-at', '2025-03-04', '--kinds', 'action,threat');
    const pasted = out.trimEnd().split('\n').at(-1)?.split(' ').slice(1) ?? [];
    expect(pasted.slice(0, 3)).toEqual(['stance', ...cell]);
    expect(pasted).toContain('--at-sequence');
    expect((await ask(...pasted)).out).toBe(out);
  });

  it('prints the very bytes of the answer', async () => {
    const url = `${server.url}/v1/stances/${cell.join('/')}?validAt=2025-03-04`;
    const { out } = await ask('stance', ...cell, '--valid-at=2025-03-04', '--json');
    expect(out).toBe(await (await fetch(url)).text());
  });

  it('prints a timeline with a sparkline, segments, shifts and a trajectory', async () => {
    const { out } = await ask('timeline', ...cell, '--half-life-days', '30');
    expect(out).toMatch(/\n[▁▂▃▄▅▆▇█ ]{50,} {2}−1 ▁ … █ \+1\n/);
    expect(out).toContain('from              to');
    expect(out).toContain('trajectory: pressure → mediation → concessions');
    expect(out).toMatch(/\ndemarche timeline .* --half-life-days 30\n$/);
  });

  it('lists acts, newest first, saying digest beside its quotes, page after page', async () => {
    const { out, err } = await ask('acts', '--party', 'united-states', '--limit', '2');
    expect(out.match(/\[digest\]/g)).toHaveLength(2);
    const cursor = /--cursor (\S+)/.exec(err)?.[1] ?? '';
    const next = await ask('acts', '--party', 'united-states', '--limit', '2', '--cursor', cursor);
    expect(next.out.match(/act [0-9a-f-]{36}/g)).toHaveLength(2);
    expect(next.out).not.toContain(/act ([0-9a-f-]{36})/.exec(out)?.[1]);
  });

  it('prints a trace from the score down to quotes, sources and events, and how to ask again', async () => {
    const { out } = await ask('trace', ...cell, '--valid-at', '2025-03-04', '--contributions', '2');
    expect(out).toMatch(/\n├─ [+−]0\.\d{3} = share [\d.]+ % × value [+−]/);
    expect(out).toMatch(/\n│ {2}├─ weight [\d.]+ = force /);
    expect(out).toMatch(/event \d+ \w+ by \w+, \d{4}-\d\d-\d\d/);
    expect(out).toMatch(/source [\w-]+ · [^]*? · grade [A-F] · SHA-256 [0-9a-f]{12}…/);
    expect(out).toMatch(/\[digest\] [^]*? at \d+–\d+/);
    expect(out).toMatch(/\nadded up again: shares 1 · .*\nthe stance says: .* · the same\n/);
    const pasted = out.trimEnd().split('\n').at(-1)?.split(' ').slice(1) ?? [];
    expect((await ask(...pasted, '--contributions', '2')).out).toBe(out);
  });

  it('prints the very bytes of a trace', async () => {
    const url = `${server.url}/v1/trace/${cell.join('/')}?validAt=2025-03-04`;
    const { out } = await ask('trace', ...cell, '--valid-at=2025-03-04', '--json');
    expect(out).toBe(await (await fetch(url)).text());
  });

  it.each([
    ['prov', 'application/provenance+json'],
    ['annotations', 'application/ld+json'],
  ])('prints the very bytes of a trace in a standard format: %s', async (format, accept) => {
    const url = `${server.url}/v1/trace/${cell.join('/')}?validAt=2025-03-04&contributions=2`;
    const { out } = await ask('trace', ...cell, '--valid-at=2025-03-04', '--contributions=2', '--format', format);
    expect(out).toBe(await (await fetch(url, { headers: { accept } })).text());
  });

  it('knows no other format of a trace, and prints one at a time', async () => {
    for (const given of [
      ['--format', 'turtle'],
      ['--format', 'prov', '--json'],
    ]) {
      const { exitCode, out, err } = await ask('trace', ...cell, ...given);
      expect([exitCode, out, err]).toEqual([2, '', expect.stringContaining('--format')]);
    }
  });

  it('suggests a party or issue where the name leads nowhere', async () => {
    const { exitCode, err } = await ask('stance', 'united-state', cell[1]);
    expect([exitCode, err]).toEqual([1, expect.stringContaining('Did you mean `united-states`?')]);
  });

  it('suggests no other party where it is the issue that leads nowhere', async () => {
    const { exitCode, err } = await ask('stance', cell[0], 'approach-to-moskow');
    expect([exitCode, err]).toEqual([1, expect.stringContaining('Did you mean `approach-to-moscow`?')]);
  });

  it('says that nothing contributes in the time asked for, not that nothing ever does', async () => {
    expect((await ask('timeline', ...cell, '--to', '2024-06-01')).out).toContain(
      'No act contributes in the time asked',
    );
    expect((await ask('timeline', ...cell, '--occurred-from', '2090')).out).toContain(
      'No act contributes at any time.',
    );
  });

  it('says once what is wrong with an option', async () => {
    const { exitCode, err } = await ask('stance', ...cell, '--valid-at', '2025-02-30');
    expect([exitCode, err]).toEqual([2, expect.stringMatching(/^demarche: --valid-at: This is not a time[^\n]*\n$/)]);
  });
});
