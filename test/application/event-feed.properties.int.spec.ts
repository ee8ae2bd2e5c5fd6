import fc from 'fast-check';
import { jest } from '@jest/globals';
import type { FeedFilter } from '../../src/application/feeding/shift-filters.js';
import type { FeedPlace } from '../../src/ports/shifts.js';
import { OpenFeed } from '../../src/application/feeding/open-feed.js';
import type { CloudEvent } from '../../src/application/feeding/views.js';
import { portsInMemory } from '../support/test-node.js';
import { issue } from './catalogue-steps.js';
import { longHistory, noLens } from './history.js';
import { foldActs, type Happened } from './oracle-folds.js';
import { tell, type Told } from './told.js';

jest.setTimeout(60_000);

/** Events of acts that the feed tells of, from the first on. */
async function toldOfActs({ node }: Told, filter: FeedFilter): Promise<readonly number[]> {
  const { feed, begin } = await node.ask(new OpenFeed({ ...filter, types: null }, '0'));
  const told: CloudEvent[] = [];
  let place: FeedPlace = begin;
  for (let page = await feed.after(place); page; page = await feed.after(place)) {
    told.push(...page.told);
    place = page.place;
  }
  return told.filter(({ subject }) => subject.startsWith('act-')).map(({ id }) => Number.parseInt(id, 10));
}

/** Each event, with the act as the log held it until then, and as it holds it since. */
function concerned(happened: readonly Happened[], { parties, issues }: FeedFilter): readonly number[] {
  const isAbout = (act: number, sequence: number): boolean => {
    const until = happened.filter((one) => one.sequence <= sequence);
    const coding = foldActs(until, noLens).get(act)?.coding;
    if (!coding) return false;
    const isOfParty = parties?.includes(`party-${String(coding.party)}`) ?? true;
    return isOfParty && (!issues || coding.value !== null);
  };
  return happened
    .filter(({ act, sequence }) => act >= 0 && (isAbout(act, sequence - 1) || isAbout(act, sequence)))
    .map(({ sequence }) => sequence);
}

const filters: readonly FeedFilter[] = [
  { parties: ['party-0'], issues: null, margin: 0 },
  { parties: ['party-1'], issues: null, margin: 0 },
  { parties: null, issues: [issue], margin: 0 },
  { parties: ['party-1'], issues: [issue], margin: 0 },
];

/** Whether the act is no longer what is asked for once this was recorded. */
function isTakenAway({ sequence, step, act }: Happened, happened: readonly Happened[]): boolean {
  const before = foldActs(
    happened.filter((one) => one.sequence < sequence),
    noLens,
  ).get(act);
  return step.do === 'correct' && before?.coding.party !== step.coding.party;
}

describe('what any history tells to whoever follows some parties and issues', () => {
  it('is every event of an act that was theirs before it or is theirs after it', async () => {
    let takenAway = 0;
    await fc.assert(
      fc.asyncProperty(longHistory, async (steps) => {
        const told = await tell(portsInMemory, steps);
        const { happened } = told.driver;
        for (const filter of filters) expect(await toldOfActs(told, filter)).toEqual(concerned(happened, filter));
        takenAway += happened.filter((one) => isTakenAway(one, happened)).length;
        await told.node.close();
      }),
      { numRuns: 25 },
    );
    expect(takenAway).toBeGreaterThan(5);
  });
});
