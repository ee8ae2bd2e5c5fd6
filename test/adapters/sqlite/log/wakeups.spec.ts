import { Wakeups } from '../../../../src/adapters/sqlite/log/wakeups.js';

const never = new AbortController().signal;

/** A log of which the test says how far it is, and whether another process has committed. */
function watchedLog() {
  const log = { last: 5, version: 1, asked: 0 };
  const wakeups = new Wakeups({
    sequence: () => log.last,
    dataVersion: () => {
      log.asked += 1;
      return log.version;
    },
  });
  return { log, wakeups };
}

describe('waiting for the log to grow', () => {
  it('is over at once when the log is beyond the place, without asking the file', async () => {
    const { log, wakeups } = watchedLog();
    await wakeups.wait(4, never);
    expect(log.asked).toBe(0);
  });

  it('is over for those whom the log has passed, and goes on for the others', async () => {
    const { log, wakeups } = watchedLog();
    const seen: number[] = [];
    const waiting = [5, 6].map((after) => wakeups.wait(after, never).then(() => seen.push(after)));
    log.last = 6;
    wakeups.announce();
    await waiting[0];
    expect(seen).toEqual([5]);
    log.last = 7;
    wakeups.announce();
    await Promise.all(waiting);
    expect(seen).toEqual([5, 6]);
  });

  it('notices what another process committed', async () => {
    const { log, wakeups } = watchedLog();
    const waiting = wakeups.wait(5, never);
    log.last = 6;
    log.version = 2;
    await expect(waiting).resolves.toBeUndefined();
  });

  it('notices a commit from before anybody waited', async () => {
    const { log, wakeups } = watchedLog();
    await wakeups.wait(4, never);
    log.last = 6;
    log.version = 2;
    await expect(wakeups.wait(5, never)).resolves.toBeUndefined();
  });

  it('asks the file only while somebody waits', async () => {
    const { log, wakeups } = watchedLog();
    const stop = new AbortController();
    const waiting = wakeups.wait(5, stop.signal);
    while (log.asked === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await waiting;
    const asked = log.asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(log.asked).toBe(asked);
  });

  it('lets everybody go when the log cannot be read', async () => {
    const broken = new Wakeups({
      sequence: () => {
        throw new Error('no disk');
      },
      dataVersion: () => 1,
    });
    await expect(broken.wait(5, never)).resolves.toBeUndefined();
  });

  it('lets those go who wait when the log becomes unreadable', async () => {
    const { log, wakeups } = watchedLog();
    const waiting = wakeups.wait(5, never);
    Object.defineProperty(log, 'version', {
      get: () => {
        throw new Error('no disk');
      },
    });
    Object.defineProperty(log, 'last', {
      get: () => {
        throw new Error('no disk');
      },
    });
    await expect(waiting).resolves.toBeUndefined();
  });
});
