import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { jest } from '@jest/globals';
import { GetTimeline } from '../../src/application/asking/get-timeline.js';
import { openViews } from '../../src/adapters/sqlite/views/open-views.js';
import type { StanceView } from '../../src/application/asking/views.js';
import type { Ports } from '../../src/app.module.js';
import { defaultBasis } from '../support/default-basis.js';
import { LogSoFar } from '../support/log-so-far.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory, TestNode } from '../support/test-node.js';
import { actId, ask, basisOf, Driver } from './driver.js';
import { history, type QuestionAsked, questions, type Step } from './history.js';
import { oracleStance, type OracleStance } from './oracle.js';

const runs = { numRuns: 60 };
const now = Date.UTC(2026, 0, 1);
jest.setTimeout(120_000);

interface Told {
  readonly node: TestNode;
  readonly ports: Ports;
  readonly driver: Driver;
  readonly head: number;
}

async function tell(steps: readonly Step[]): Promise<Told> {
  const clock = new TestClock(now);
  const ports = await portsInMemory(clock);
  const node = await TestNode.on(ports);
  const driver = new Driver(node);
  await driver.prepare();
  for (const step of steps) {
    clock.time += 1000;
    await driver.do(step);
  }
  return { node, ports, driver, head: (await ports.log.head()).sequence };
}

const at = (q: QuestionAsked, head: number): number => Math.round(q.known * head);

function expectSame(view: StanceView, stance: OracleStance): void {
  expect(view.status).toBe(stance.status);
  if (stance.score === null) expect(view.score).toBeNull();
  else expect(Math.abs((view.score ?? NaN) - stance.score)).toBeLessThan(1e-9);
  expect(Math.abs(view.strength - stance.strength)).toBeLessThanOrEqual(1e-9 * Math.max(1, stance.strength));
  expect(Math.abs(view.spread - stance.spread)).toBeLessThan(1e-7); // the root of a difference of sums
  expect(view.contributions.map(({ act }) => act)).toEqual(stance.contributions.map(({ act }) => actId(act)));
  view.contributions.forEach(({ share, standing }, index) => {
    expect(Math.abs(share - (stance.contributions[index]?.share ?? NaN))).toBeLessThan(1e-9);
    expect(Math.abs(standing - (stance.contributions[index]?.standing ?? NaN))).toBeLessThan(1e-12);
  });
  expect(view.pending.map(({ act }) => act)).toEqual(stance.pending.map(actId));
}

describe('the stance after any history, at any T and K, by any model, through any lens', () => {
  it('is what the letter of the design gives', async () => {
    await fc.assert(
      fc.asyncProperty(history, questions, async (steps, asked) => {
        const { node, driver, head } = await tell(steps);
        for (const q of asked) {
          const sequence = at(q, head);
          expectSame(await ask(node, q, sequence), oracleStance(driver.happened, q, sequence));
        }
        await node.close();
      }),
      runs,
    );
  });

  it('has the same bytes from views that lived, were rebuilt, or rebuilt in halves with a crash between', async () => {
    await fc.assert(
      fc.asyncProperty(history, questions, fc.double({ min: 0, max: 1, noNaN: true }), async (steps, asked, cut) => {
        const { node, ports, head } = await tell(steps);
        const live = await answers(node, asked, head);
        await node.close();
        const rebuilt = await TestNode.on({ ...ports, views: openViews(null) });
        expect(await answers(rebuilt, asked, head)).toEqual(live);
        await rebuilt.close();
        const directory = await mkdtemp(join(tmpdir(), 'demarche-views-'));
        const half = new LogSoFar(ports.log, Math.max(1, Math.round(cut * head)));
        const first = await TestNode.on({ ...ports, log: half, views: openViews(directory) });
        await first.close();
        const second = await TestNode.on({ ...ports, views: openViews(directory) });
        expect(await answers(second, asked, head)).toEqual(live);
        await second.close();
        await rm(directory, { recursive: true });
      }),
      { numRuns: 25 },
    );
  });

  it('stays what it was at every earlier K, whatever is recorded later', async () => {
    await fc.assert(
      fc.asyncProperty(history, history, questions, async (steps, more, asked) => {
        const { node, driver, head } = await tell(steps);
        const before = await answers(node, asked, head);
        for (const step of more) await driver.do(step);
        expect(await answers(node, asked, head)).toEqual(before);
        await node.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe('a timeline after any history', () => {
  it('is in each segment the point answer at its start and just before its end', async () => {
    await fc.assert(
      fc.asyncProperty(history, questions, async (steps, asked) => {
        const { node, head } = await tell(steps);
        for (const q of asked.slice(0, 2)) await expectSegmentsToBePoints(node, q, at(q, head));
        await node.close();
      }),
      { numRuns: 25 },
    );
  });
});

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
