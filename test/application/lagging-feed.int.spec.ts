import { EventsBySequence } from '../../src/application/auditing/events-by-sequence.js';
import { EventFilters } from '../../src/application/feeding/event-filters.js';
import { Feed } from '../../src/application/feeding/feed.js';
import { whole } from '../../src/application/feeding/feed-place.js';
import { LogTail } from '../../src/application/feeding/log-tail.js';
import { Head } from '../../src/application/projecting/head.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory } from '../support/test-node.js';

const now = Date.UTC(2025, 5, 1, 12);
const everything = { parties: null, issues: null, margin: 0 };
const { signal } = new AbortController();

/** The feed of a node that has come to this event, whatever the log holds. */
async function feedAt(sequence: number): Promise<{ readonly feed: Feed; readonly head: Head }> {
  const { log, views } = await portsInMemory(new TestClock(now));
  views.store.build();
  views.store.finish();
  const head = new Head();
  head.move({ sequence, recordedAt: now, position: '' });
  const events = new LogTail(new EventsBySequence(log, views.chronicle));
  const sources = { head, events, shifts: views.shifts, filters: new EventFilters(views.acts) };
  return { feed: new Feed('a', { ...everything, types: ['stance.shifted'] }, everything, sources), head };
}

describe('a node that lags behind the one that a client comes from', () => {
  it.each([0, 1, whole])(
    'has nothing to tell after event 300 and its shift %d, nor anything before it',
    async (place) => {
      const { feed } = await feedAt(250);
      expect(await feed.after({ sequence: 300, place })).toBeNull();
      expect(await feed.grown({ sequence: 300, place }, 1, signal)).toBe(false);
    },
  );

  it('goes on as soon as it gets there', async () => {
    const { feed, head } = await feedAt(250);
    const rest = feed.grown({ sequence: 300, place: 0 }, 60_000, signal);
    head.move({ sequence: 300, recordedAt: now, position: '' });
    expect(await rest).toBe(true);
    expect(await feed.after({ sequence: 300, place: 0 })).toEqual({ told: [], place: { sequence: 300, place: whole } });
  });
});
