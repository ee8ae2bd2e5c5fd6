import { CannotCopy } from '../../src/application/moving/cannot-copy.js';
import type { Host } from '../../src/cli/host.js';
import { BadConfig } from '../../src/config.js';
import { LogAway, LogSealed } from '../../src/ports/event-log.js';
import { type Ran, runOn } from './support/test-host.js';

const named = ['--from', 'sqlite:a.db', '--to', 'esdb://server:2113?tls=true'];
const done = { events: 5, texts: 2, already: false };

function copying(copyLog: Host['copyLog'], ...options: readonly string[]): Promise<Ran> {
  return runOn({ copyLog, env: { DEMARCHE_RECORDER: 'alice' } }, 'log', 'copy', ...named, ...options);
}

describe('demarche log copy', () => {
  it('explains itself, with examples', async () => {
    const { exitCode, out, err } = await runOn({}, 'log', 'copy', '--help');
    expect(out).toMatch(/^Usage: demarche log copy [^]*Examples:\n {2}demarche log copy --from /);
    expect([exitCode, err]).toEqual([0, '']);
  });

  it('says what was moved and what comes next, and how far it is meanwhile', async () => {
    const { exitCode, out, err } = await copying(async (options) => {
      expect(options).toMatchObject({ from: named[1], to: named[3], recorder: 'alice', instead: false });
      options.onProgress({ doing: 'copying', done: 2, total: 5 });
      options.onProgress({ doing: 'copying', done: 5, total: 5 });
      options.onProgress({ doing: 'comparing', done: 5, total: 5 });
      return done;
    });
    expect(err).toBe('copying 40 % (2 of 5 events)\ncopying 100 % (5 of 5 events)\ncomparing 100 % (5 of 5 events)\n');
    expect(out).toMatch(/^Moved 5 events and 2 texts in .*; all were compared\.\nThe old log takes no more writes\./);
    expect(exitCode).toBe(0);
  });

  it('prints JSON when asked to', async () => {
    const { out } = await copying(async () => done, '--json', '--recorder', 'bob', '--instead');
    expect(JSON.parse(out)).toEqual({ ...done, seconds: expect.any(Number) });
  });

  it('says that there was nothing to do', async () => {
    const { exitCode, out } = await copying(async () => ({ ...done, already: true }));
    expect(out).toBe('Nothing to do: the log was moved there before, with all of its 5 events.\n');
    expect(exitCode).toBe(0);
  });

  it.each([
    [new CannotCopy('event 3 differs.'), 1, 'demarche: event 3 differs.\n'],
    [new LogSealed('there'), 1, 'demarche: This log was moved to there; record there.\n'],
    [new BadConfig('--to is what?'), 2, 'demarche: --to is what?\n'],
    [new LogAway('no answer'), 3, 'demarche: The log cannot be copied: no answer\n'],
  ])('ends with an exit code of its own for %s', async (error, expected, message) => {
    const { exitCode, err } = await copying(() => Promise.reject(error));
    expect([exitCode, err]).toEqual([expected, message]);
  });

  it('wants to be told both places', async () => {
    const { exitCode, err } = await runOn({}, 'log', 'copy', '--from', 'sqlite:a.db');
    expect(exitCode).toBe(2);
    expect(err).toContain("required option '--to <log>' not specified");
  });
});
