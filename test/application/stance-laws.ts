import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { jest } from '@jest/globals';
import { GetTimeline } from '../../src/application/asking/get-timeline.js';
import { openViews } from '../../src/adapters/sqlite/views/open-views.js';
import type { StanceView } from '../../src/application/asking/views.js';
import { defaultBasis } from '../support/default-basis.js';
import { LogSoFar } from '../support/log-so-far.js';
import { TestNode } from '../support/test-node.js';
import { actId, ask, basisOf } from './driver.js';
import { history, type QuestionAsked, questions } from './history.js';
import { oracleStance, type OracleStance } from './oracle.js';
import { at, type OpenPorts, tell, type Told } from './told.js';

function expectSame(view: StanceView, stance: OracleStance): void {
  expect(view.status).toBe(stance.status);
  if (stance.score === null) expect(view.score).toBeNull();
  else expect(Math.abs((view.score ?? NaN) - stance.score)).toBeLessThan(1e-9);
  expect(Math.abs(view.strength - stance.strength)).toBeLessThanOrEqual(1e-9 * Math.max(1, stance.strength));
  expect(Math.abs(view.spread - stance.spread)).toBeLessThan(1e-7); // the root of a difference of sums
  expect(view.contributions.map(({ act }) => act)).toEqual(stance.contributions.map(({ act }) => actId(act)));
  const writings = stance.contributions.map(({ coding }) => coding.occurred.raw);
  expect(view.contributions.map(({ occurred }) => occurred)).toEqual(writings);
  view.contributions.forEach(({ share, standing }, index) => {
    expect(Math.abs(share - (stance.contributions[index]?.share ?? NaN))).toBeLessThan(1e-9);
    expect(Math.abs(standing - (stance.contributions[index]?.standing ?? NaN))).toBeLessThan(1e-12);
  });
  expect(view.pending.map(({ act }) => act)).toEqual(stance.pending.map(actId));
}

/** What every stance keeps to, on whichever log; each law on this many histories, the costly ones on fewer. */
export function describeStanceLaws(name: string, open: OpenPorts, runs: number): void {
  const few = Math.ceil(runs * 0.4);
  jest.setTimeout(120_000);
  describe(name, () => {
    describeAnswers(open, runs, few);
    describeTimelines(open, few);
  });
}

function describeAnswers(open: OpenPorts, runs: number, few: number): void {
  describe('the stance after any history, at any T and K, by any model, through any lens', () => {
    it('is what the letter of the design gives', async () => {
      await fc.assert(
        fc.asyncProperty(history, questions, async (steps, asked) => {
          const told = await tell(open, steps);
          for (const q of asked) {
            const sequence = at(q, told.head);
            expectSame(await ask(told.node, q, sequence), oracleStance(told.driver.happened, q, sequence));
          }
          await end(told);
        }),
        { numRuns: runs },
      );
    });

    it('has the same bytes from views that lived, were rebuilt, or rebuilt in halves after a crash', async () => {
      const cut = fc.double({ min: 0, max: 1, noNaN: true });
      await fc.assert(
        fc.asyncProperty(history, questions, cut, async (steps, asked, share) => {
          const told = await tell(open, steps);
          const live = await answers(told.node, asked, told.head);
          await expectSameWhenRebuilt(told, asked, live);
          await expectSameInHalves(told, { asked, live, cut: Math.max(1, Math.round(share * told.head)) });
          await end(told);
        }),
        { numRuns: few },
      );
    });

    it('stays what it was at every earlier K, whatever is recorded later', async () => {
      await fc.assert(
        fc.asyncProperty(history, history, questions, async (steps, more, asked) => {
          const told = await tell(open, steps);
          const before = await answers(told.node, asked, told.head);
          for (const step of more) await told.driver.do(step);
          expect(await answers(told.node, asked, told.head)).toEqual(before);
          await end(told);
        }),
        { numRuns: few },
      );
    });
  });
}

function describeTimelines(open: OpenPorts, runs: number): void {
  describe('a timeline after any history', () => {
    it('is in each segment the point answer at its start and just before its end', async () => {
      await fc.assert(
        fc.asyncProperty(history, questions, async (steps, asked) => {
          const told = await tell(open, steps);
          for (const q of asked.slice(0, 2)) await expectSegmentsToBePoints(told.node, q, at(q, told.head));
          await end(told);
        }),
        { numRuns: runs },
      );
    });
  });
}

async function end({ node, ports }: Told): Promise<void> {
  await node.close();
  await Promise.all([ports.log.close(), ports.texts.close()]);
}

async function expectSameWhenRebuilt(
  { ports, head }: Told,
  asked: readonly QuestionAsked[],
  live: readonly string[],
): Promise<void> {
  const views = openViews(null);
  const rebuilt = await TestNode.on({ ...ports, views });
  expect(await answers(rebuilt, asked, head)).toEqual(live);
  expect(views.tree.head()).toEqual(ports.views.tree.head());
  await rebuilt.close();
}

interface Halves {
  readonly asked: readonly QuestionAsked[];
  readonly live: readonly string[];
  /** So many events were seen by the node that crashed. */
  readonly cut: number;
}

async function expectSameInHalves({ ports, head }: Told, { asked, live, cut }: Halves): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'demarche-views-'));
  const half = new LogSoFar(ports.log, cut);
  const first = await TestNode.on({ ...ports, log: half, views: openViews(directory) });
  await first.close();
  const views = openViews(directory);
  const second = await TestNode.on({ ...ports, views });
  expect(await answers(second, asked, head)).toEqual(live);
  expect(views.tree.head()).toEqual(ports.views.tree.head());
  await second.close();
  await rm(directory, { recursive: true });
}

async function expectSegmentsToBePoints(node: TestNode, q: QuestionAsked, sequence: number): Promise<void> {
  const basis = { ...basisOf(q, sequence), validAt: defaultBasis.validAt };
  const cell = { party: `party-${String(q.party)}`, issue: 'approach' };
  const { segments } = await node.ask(new GetTimeline(cell, basis, { from: null, to: null }));
  for (const { from, to, status, score, band, mixed } of segments) {
    const ends = [Date.parse(from), ...(to === null ? [] : [Date.parse(to) - 1])];
    for (const validAt of ends) {
      const point = await ask(node, { ...q, validAt }, sequence);
      expect({ status: point.status, score: point.score, band: point.band, mixed: point.mixed }).toEqual({
        status,
        score,
        band,
        mixed,
      });
    }
  }
}

async function answers(node: TestNode, asked: readonly QuestionAsked[], head: number): Promise<string[]> {
  const texts: string[] = [];
  for (const q of asked) texts.push(JSON.stringify(await ask(node, q, at(q, head))));
  return texts;
}
