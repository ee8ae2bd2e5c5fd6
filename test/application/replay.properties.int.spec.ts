import fc from 'fast-check';
import { jest } from '@jest/globals';
import { OpenReplay, type ReplayAsked } from '../../src/application/replaying/open-replay.js';
import { type ReplayBy, replayClocks } from '../../src/application/replaying/replay-by.js';
import type { Replay, ReplayStep } from '../../src/application/replaying/replay.js';
import type { ReplayPlace } from '../../src/application/replaying/replay-place.js';
import { portsInMemory, type TestNode } from '../support/test-node.js';
import { issue } from './catalogue-steps.js';
import { actId, ask, basisOf } from './driver.js';
import { longHistory, type QuestionAsked, questions } from './history.js';
import { oracleStance } from './oracle.js';
import { firstPublished, type Happened } from './oracle-folds.js';
import { tell, type Told } from './told.js';

jest.setTimeout(120_000);

/** A replay of one cell along one clock, up to the question's own T and K. */
interface Played {
  readonly by: ReplayBy;
  readonly told: Told;
  readonly q: QuestionAsked;
  readonly sequence: number;
}

function askedOf({ by, q, sequence }: Played, after: string | null = null): ReplayAsked {
  const cells = { parties: [`party-${String(q.party)}`], issues: [issue] };
  return { by, cells, basis: basisOf(q, sequence), period: { from: null, to: null }, after };
}

async function eventsOf(replay: Replay, begin: ReplayPlace, limit: number): Promise<readonly ReplayStep[]> {
  const steps: ReplayStep[] = [];
  for (let place = begin; ; place = steps.at(-1)!.place) {
    const page = await replay.page(place, limit);
    if (page.length === 0) return steps;
    steps.push(...page);
  }
}

/** The question at a place of the replay, and its K. */
function at({ by, q, sequence }: Played, place: number): readonly [QuestionAsked, number] {
  if (by === 'known') return [q, place];
  if (by === 'valid') return [{ ...q, validAt: place }, sequence];
  const until = { raw: new Date(place).toISOString(), start: place, end: place };
  return [{ ...q, validAt: place, lens: { ...q.lens, publishedUntil: until } }, sequence];
}

function placesOf({ by, sequence, q, told }: Played): readonly number[] {
  if (by === 'known') return Array.from({ length: sequence }, (_, index) => index + 1);
  const ends = told.driver.happened.flatMap(({ step }) => endsIn(step));
  return [...new Set([...ends, firstPublishedEnd()])].filter((place) => place <= q.validAt).sort((a, b) => a - b);
}

const firstPublishedEnd = (): number => firstPublished.end;

function endsIn(step: Happened['step']): readonly number[] {
  if ('coding' in step) return [step.coding.occurred.end, step.coding.until?.end ?? Infinity];
  return step.do === 'regrade' ? [step.published.end] : [];
}

/** The acts in force and what each counts for, whatever the model. */
function inForce(played: Played, place: number): ReadonlyMap<string, string> {
  const [q, sequence] = at(played, place);
  const { contributions } = oracleStance(played.told.driver.happened, { ...q, model: 'mean' }, sequence);
  return new Map(
    contributions.map(({ act, standing, weight }) => [actId(act), `${String(standing)} ${String(weight)}`]),
  );
}

function changedAt(played: Played, place: number): readonly string[] {
  const [before, after] = [inForce(played, place - 1), inForce(played, place)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((act) => before.get(act) !== after.get(act));
}

async function summaryAt(node: TestNode, played: Played, place: number) {
  const { status, mixed, score, band, strength } = await ask(node, ...at(played, place));
  return { status, mixed, score, band, strength };
}

async function check(played: Played, limit: number): Promise<void> {
  const { node } = played.told;
  const { replay, begin } = await node.ask(new OpenReplay(askedOf(played)));
  const steps = await eventsOf(replay, begin, limit);
  for (const { event, place } of steps) {
    expect(event.after).toEqual(await summaryAt(node, played, place.place));
    expect(event.before).toEqual(await summaryAt(node, played, place.place - 1));
  }
  if (played.by === 'known') expectUnbroken(steps);
  for (const place of placesOf(played)) {
    const acts = steps.filter((step) => step.place.place === place).map(({ event }) => event.act);
    expect(acts).toEqual(expect.arrayContaining([...changedAt(played, place)]));
  }
  await checkEnd(played, steps, await replay.summary(steps.at(-1)?.place ?? begin));
  await checkCuts(played, replay, steps);
}

type Summary = Awaited<ReturnType<Replay['summary']>>;

/** What is told last is the answer to the question at the end. */
async function checkEnd(played: Played, steps: readonly ReplayStep[], { stances, events }: Summary): Promise<void> {
  const end = await summaryAt(played.told.node, played, played.by === 'known' ? played.sequence : played.q.validAt);
  expect(stances.map(({ party: _party, issue: _issue, ...stance }) => stance)).toEqual(
    end.status === 'undeclared' ? [] : [end],
  );
  expect(events).toBe(steps.length);
  const last = steps.at(-1)?.event.after;
  // Along valid time it has only aged since.
  if (last) expect(last).toMatchObject(played.by === 'known' ? end : { score: end.score });
}

/** Where only K changes, what a stance was is what it had become. */
function expectUnbroken(steps: readonly ReplayStep[]): void {
  let last: ReplayStep | undefined;
  for (const step of steps) {
    if (step.place.place === last?.place.place) continue;
    if (last) expect(step.event.before).toEqual(last.event.after);
    else expect(step.event.before.status).toBe('undeclared');
    last = step;
  }
}

async function checkCuts(played: Played, replay: Replay, steps: readonly ReplayStep[]): Promise<void> {
  for (const [index, { place }] of steps.entries()) {
    if (index % 3 !== steps.length % 3) continue; // any of them, in time
    const again = await played.told.node.ask(new OpenReplay(askedOf(played, replay.tokenOf(place))));
    expect(await eventsOf(again.replay, again.begin, 1000)).toEqual(steps.slice(index + 1));
  }
}

const late = Date.UTC(2025, 11, 31);

/** A question as it is, and a late one without any lens: through one, most of a history cannot be seen. */
function lensesOf(q: QuestionAsked, by: ReplayBy): readonly QuestionAsked[] {
  const { lens } = q;
  const seen = by === 'published' ? { ...lens, publishedUntil: null } : lens;
  const none = Object.fromEntries(Object.keys(lens).map((field) => [field, null]));
  return [
    { ...q, lens: seen },
    { ...q, party: 0, validAt: late, known: 1, lens: { ...lens, ...none } },
  ];
}

describe('a replay of any history, along any of its clocks', () => {
  it.each(replayClocks)('tells every change of a stance by %s, as point queries do, however it is cut', async (by) => {
    await fc.assert(
      fc.asyncProperty(longHistory, questions, fc.integer({ min: 1, max: 5 }), async (steps, asked, limit) => {
        const told = await tell(portsInMemory, steps);
        for (const q of asked.slice(0, 2).flatMap((one) => lensesOf(one, by))) {
          await check({ by, told, q, sequence: Math.round((0.5 + q.known / 2) * told.head) }, limit);
        }
        await told.node.close();
      }),
      { numRuns: 30 },
    );
  });
});
