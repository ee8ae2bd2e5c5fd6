import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { jest } from '@jest/globals';
import { ListShifts } from '../../src/application/feeding/list-shifts.js';
import type { ShiftedView } from '../../src/application/feeding/views.js';
import { openViews } from '../../src/adapters/sqlite/views/open-views.js';
import { LogSoFar } from '../support/log-so-far.js';
import { portsInMemory, TestNode } from '../support/test-node.js';
import { issue } from './catalogue-steps.js';
import { ask } from './driver.js';
import { day, longHistory, noLens, type QuestionAsked, type Step } from './history.js';
import { foldIssue, type Happened } from './oracle-folds.js';
import { oracleStance } from './oracle.js';
import { type Pace, tell, type Told } from './told.js';

jest.setTimeout(120_000);

const knowledge = { atSequence: null, knownAt: null, minSequence: null };

/** Page after page of three. */
async function feed(node: TestNode, margin = 0): Promise<readonly ShiftedView[]> {
  const filter = { parties: null, issues: null, margin };
  const found: ShiftedView[] = [];
  let cursor: string | null = null;
  do {
    const listing = { filter, since: null, limit: 3, cursor, knowledge };
    const page: { items: readonly ShiftedView[]; next: string | null } = await node.ask(new ListShifts(listing));
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

interface Band {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** The bands as they were framed by then. */
function bandsAt(happened: readonly Happened[], sequence: number): readonly Band[] {
  const { middle } = foldIssue(happened.filter((one) => one.sequence <= sequence));
  const low = Math.min(-0.25, middle);
  return [
    { label: 'pressure', from: -1, to: low },
    { label: 'mediation', from: low, to: middle },
    { label: 'concessions', from: middle, to: 1 },
  ].filter(({ from, to }) => from < to);
}

function bandIn(bands: readonly Band[], score: number): Band {
  const clamped = Math.min(Math.max(score, -1), 1);
  return bands.find(({ from, to }) => from <= clamped && (clamped < to || to === 1))!;
}

interface Expected {
  readonly sequence: number;
  readonly party: string;
  readonly from: string;
  readonly to: string;
}

function question(party: 0 | 1, recordedAt: string): QuestionAsked {
  return { party, validAt: Date.parse(recordedAt), known: 1, model: 'decayed-mean', lens: noLens };
}

/** Beside the edge of a band, sums in another order may fall on its other side. */
const edges = [-0.5, -0.25, 0, 0.25];
const isDoubtful = (score: number): boolean => edges.some((edge) => Math.abs(score - edge) < 1e-9);

class Walk {
  readonly expected: Expected[] = [];
  /** Sequences at which rounding decides. */
  readonly doubtful = new Set<number>();

  constructor(private readonly happened: readonly Happened[]) {}

  at(sequence: number, recordedAt: string): void {
    for (const party of [0, 1] as const) {
      const q = question(party, recordedAt);
      const before = oracleStance(this.happened, q, sequence - 1).score;
      const after = oracleStance(this.happened, q, sequence).score;
      if (before !== null && after !== null) this.compare(`party-${String(party)}`, sequence, [before, after]);
    }
  }

  private compare(party: string, sequence: number, scores: readonly [number, number]): void {
    if (scores.some(isDoubtful)) this.doubtful.add(sequence);
    const [before, after] = scores;
    const left = bandIn(bandsAt(this.happened, sequence - 1), before);
    const to = bandIn(bandsAt(this.happened, sequence), after).label;
    const isOut = after >= left.to || after < left.from;
    if (isOut && to !== left.label) this.expected.push({ sequence, party, from: left.label, to });
  }
}

/** The whole log, event by event. */
async function walked({ driver, ports }: Told): Promise<Walk> {
  const walk = new Walk(driver.happened);
  const { events } = await ports.log.readAll({ sequence: 0, recordedAt: null, position: '' }, 10_000);
  for (const { sequence, recordedAt } of events) walk.at(sequence, new Date(recordedAt).toISOString());
  return walk;
}

async function expectScoresAsAnswered(node: TestNode, shifts: readonly ShiftedView[]): Promise<void> {
  for (const { sequence, recordedAt, party, before, after } of shifts) {
    const q = question(party === 'party-0' ? 0 : 1, recordedAt);
    expect((await ask(node, q, sequence - 1)).score).toBe(before);
    expect((await ask(node, q, sequence)).score).toBe(after);
  }
}

/** Recorded while it happens, so that acts are still to come, end, and are withdrawn between two events. */
const pace: fc.Arbitrary<Pace> = fc.record({
  begin: fc.constantFrom(Date.UTC(2024, 10), Date.UTC(2025, 6), Date.UTC(2025, 10)),
  pauses: fc.array(
    fc.nat(20).map((days) => (days * day) / 2),
    { minLength: 1, maxLength: 8 },
  ),
});

/** Acts that carry a stance to and fro: half of them are at a pole. */
const eventful = longHistory.map((steps) => steps.map((step, index) => (index % 2 === 0 ? atPole(step) : step)));

function atPole(step: Step): Step {
  if (!('coding' in step)) return step;
  const value = (step.coding.value ?? 1) > 0 ? 1 : -1;
  return { ...step, coding: { ...step.coding, value, party: 0 } };
}

describe('the shifts of any history, recorded at any pace', () => {
  it('are what a naive walk of the log finds, numbered event by event, with the scores that are answered', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(eventful, pace, async (steps, at) => {
        const told = await tell(portsInMemory, steps, at);
        const walk = await walked(told);
        const shifts = await feed(told.node);
        const sure = shifts.filter(({ sequence }) => !walk.doubtful.has(sequence));
        expect(sure.map(({ sequence, party, from, to }) => ({ sequence, party, from, to }))).toEqual(
          walk.expected.filter(({ sequence }) => !walk.doubtful.has(sequence)),
        );
        await expectScoresAsAnswered(told.node, shifts);
        expect(shifts.map(({ id }) => id)).toEqual(numbered(shifts));
        expect(shifts.every((shift) => shift.issue === issue)).toBe(true);
        found += sure.length;
        await told.node.close();
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(5); // some thirty: that it looked at any is what is checked here
  });

  it('are those of them beyond the margin that is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(eventful, pace, fc.constantFrom(0.05, 0.2), async (steps, at, margin) => {
        const told = await tell(portsInMemory, steps, at);
        const isBeyond = ({ sequence, from, after }: ShiftedView): boolean => {
          const left = bandsAt(told.driver.happened, sequence - 1).find(({ label }) => label === from)!;
          return after >= left.to + margin || after < left.from - margin;
        };
        expect(await feed(told.node, margin)).toEqual((await feed(told.node)).filter(isBeyond));
        await told.node.close();
      }),
      { numRuns: 20 },
    );
  });

  it('are the same from views that were rebuilt, or lost what they knew half-way', async () => {
    const cut = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(eventful, pace, cut, async (steps, at, share) => {
        const { node, ports, head } = await tell(portsInMemory, steps, at);
        const live = await feed(node);
        const rebuilt = await TestNode.on({ ...ports, views: openViews(null) });
        expect(await feed(rebuilt)).toEqual(live);
        await rebuilt.close();
        const directory = await mkdtemp(join(tmpdir(), 'demarche-views-'));
        const half = new LogSoFar(ports.log, Math.max(1, Math.round(share * head)));
        await (await TestNode.on({ ...ports, log: half, views: openViews(directory) })).close();
        const second = await TestNode.on({ ...ports, views: openViews(directory) });
        expect(await feed(second)).toEqual(live);
        for (const one of [second, node]) await one.close();
        await rm(directory, { recursive: true });
      }),
      { numRuns: 20 },
    );
  });
});

function numbered(shifts: readonly ShiftedView[]): readonly string[] {
  return shifts.map(({ sequence }, index) => {
    const place = shifts.slice(0, index + 1).filter((one) => one.sequence === sequence).length;
    return `${String(sequence)}.${String(place)}`;
  });
}
