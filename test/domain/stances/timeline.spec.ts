import type { CellRow } from '../../../src/domain/stances/cell-row.js';
import { latest1 } from '../../../src/domain/stances/models/latest.js';
import { mean1 } from '../../../src/domain/stances/models/mean.js';
import { everyAct } from '../../../src/domain/stances/selection.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import { timelineOf } from '../../../src/domain/stances/timeline.js';
import type { WithdrawalRow } from '../../../src/domain/stances/withdrawal-row.js';
import { endOfTime } from '../../../src/domain/time/instant.js';
import { act, at, cellOf, day, nothingWithdrawn, period, question, withdrawal, withdrawn } from './build.js';

const may = at('2025-05-01');
const june = at('2025-06-01');
const july = at('2025-07-01');
const mean = { model: mean1 };

interface History {
  readonly acts: readonly CellRow[];
  readonly withdrawals?: readonly WithdrawalRow[];
}

function timeline({ acts, withdrawals = [] }: History, ...[from, to, changes]: Parameters<typeof period>) {
  return timelineOf(cellOf(...acts), withdrawn(...withdrawals), period(from, to, changes));
}

/** Each segment as [from, to, score, the acts of its step]. */
function outline(history: History, ...[from = null, to = null, changes = mean]: Partial<Parameters<typeof period>>) {
  return timeline(history, from, to, changes).map((each) => [
    each.from,
    each.to,
    each.score,
    each.acts.map(({ act }) => act),
  ]);
}

describe('a timeline', () => {
  const acts = [act(1, may, { value: 1 }), act(2, june, { value: 0 })];

  it('goes from the first step on, open at the end', () => {
    expect(outline({ acts })).toEqual([
      [may, june, 1, [1]],
      [june, null, 0.5, [2]],
    ]);
  });

  it('is empty without acts', () => {
    expect(outline({ acts: [] })).toEqual([]);
    expect(outline({ acts }, null, may)).toEqual([]);
    expect(outline({ acts }, july, june)).toEqual([]);
  });

  it('covers the whole time asked for, gaps too', () => {
    expect(outline({ acts: [act(1, june, { value: 1, end: june + day })] }, may, july)).toEqual([
      [may, june, null, []],
      [june, june + day, 1, [1]],
      [june + day, july, null, [1]],
    ]);
  });

  it('forgets the texts of acts that are over when others begin', () => {
    const over = [act(1, may, { end: june }), act(2, may, { end: june })];
    const segments = timeline(
      { acts: [...over, act(3, july, { text: 9 }), act(4, july + day, { text: 9 })] },
      may,
      null,
    );
    expect(segments.map(({ status }) => status).slice(0, 4)).toEqual([
      'held',
      'undeclared',
      'provisional',
      'provisional',
    ]);
  });

  it('names no acts where it begins between steps', () => {
    expect(outline({ acts }, june - day, july)).toEqual([
      [june - day, june, 1, []],
      [june, july, 0.5, [2]],
    ]);
  });

  it('names the acts of a step at its very beginning, and ends before one at its end', () => {
    expect(outline({ acts }, may, june)).toEqual([[may, june, 1, [1]]]);
    expect(outline({ acts }, june, null)).toEqual([[june, null, 0.5, [2]]]);
  });

  it('makes one step of what happens at one instant, in (effective, act) order', () => {
    const all = [act(9, june), act(3, june), act(4, may, { end: june })];
    expect(outline({ acts: all }, june)).toEqual([[june, null, 0.5, [4, 3, 9]]]);
  });

  it('does not merge equal neighbours', () => {
    expect(outline({ acts: [act(1, may), act(2, june)] }).map(([, , score]) => score)).toEqual([0.5, 0.5]);
  });

  it('shows what the log held, and what the selection lets through', () => {
    const versions = [
      act(1, may, { to: 5, value: -1 }),
      act(1, may, { from: 5, value: 1 }),
      act(2, june, { kind: 'threat' }),
    ];
    expect(outline({ acts: versions }, null, null, { ...mean, sequence: 4 })).toEqual([
      [may, june, -1, [1]],
      [june, null, -0.25, [2]],
    ]);
    const selection = { ...everyAct, kinds: ['threat' as const] };
    expect(outline({ acts: versions }, null, null, { ...mean, selection })).toEqual([[june, null, 0.5, [2]]]);
  });

  it('steps wherever an act enters, even under the model that only hears the last', () => {
    const late = [act(1, may, { value: 1, end: july }), act(2, june, { value: 0 })];
    expect(outline({ acts: late }, null, null, { model: latest1 })).toEqual([
      [may, june, 1, [1]],
      [june, july, 0, [2]],
      [july, null, 0, [1]],
    ]);
  });
});

describe('a timeline with withdrawals', () => {
  const acts = [act(1, may, { value: 1 })];

  it('names the act and the withdrawal behind it', () => {
    expect(outline({ acts, withdrawals: [withdrawal(2, 1, june)] })).toEqual([
      [may, june, 1, [1]],
      [june, null, null, [1, 2]],
    ]);
  });

  it('names all the withdrawals whose standing changed, back to the last', () => {
    const withdrawals = [withdrawal(2, 1, june), withdrawal(3, 2, july)];
    expect(outline({ acts, withdrawals })[2]).toEqual([july, null, 1, [1, 2, 3]]);
  });

  it('steps where a standing changes, if only in part', () => {
    const other = act(5, may, { value: -1 });
    const withdrawals = [withdrawal(7, 1, june, { certainty: 0.5 })];
    const segments = timeline({ acts: [...acts, other], withdrawals }, null, july);
    expect(segments.map((each) => each.score)).toEqual([0, expect.closeTo(-1 / 3, 12)]);
    expect(segments[1]?.acts.map((each) => each.act)).toEqual([1, 7]);
  });

  it('has no step for an act withdrawn from the instant it takes effect', () => {
    expect(outline({ acts, withdrawals: [withdrawal(2, 1, may)] })).toEqual([]);
  });

  it('has no step for a withdrawal that is withdrawn at once', () => {
    expect(outline({ acts, withdrawals: [withdrawal(2, 1, june), withdrawal(3, 2, june)] })).toEqual([
      [may, null, 1, [1]],
    ]);
  });

  it('keeps a revived act in its old place', () => {
    const all = [act(1, may, { value: 1 }), act(2, may + day, { value: -1 })];
    const withdrawals = [withdrawal(3, 1, june, { end: july })];
    expect(outline({ acts: all, withdrawals }, null, null, { model: latest1 }).map(([, , score]) => score)).toEqual([
      1, -1, -1, -1,
    ]);
  });

  it('steps by an act that is itself a withdrawal with a say', () => {
    const all = [...acts, act(2, june, { kind: 'withdrawal', value: 0 })];
    expect(outline({ acts: all, withdrawals: [withdrawal(2, 1, june)] })[1]).toEqual([june, null, 0, [1, 2]]);
  });
});

describe('a timeline of what fades', () => {
  const acts = [act(1, may, { text: 1 }), act(2, may, { text: 2 })];

  it('divides at the first millisecond of a strength below 0.1', () => {
    const [held, faded, ...rest] = timeline({ acts }, null, null);
    expect(held).toMatchObject({ from: may, status: 'held', acts: [{ act: 1 }, { act: 2 }] });
    expect(faded).toMatchObject({
      from: held?.to,
      to: null,
      status: 'faded',
      score: 0.5,
      band: 'concessions',
      acts: [],
    });
    expect(rest).toEqual([]);
    const strengthAt = (instant: number) => stanceOf(cellOf(...acts), nothingWithdrawn, question(instant)).strength;
    expect(strengthAt(faded?.from ?? 0)).toBeLessThan(0.1);
    expect(strengthAt((faded?.from ?? 0) - 1)).toBeGreaterThanOrEqual(0.1);
  });

  it('is faded from the start where it begins later', () => {
    expect(timeline({ acts }, may + 500 * day, july + 500 * day)).toMatchObject([{ status: 'faded', acts: [] }]);
  });

  it('shows no fading beyond the end of time', () => {
    const last = [act(1, endOfTime - day)];
    expect(timeline({ acts: last }, null, null, { halfLifeDays: 36_500 })).toHaveLength(1);
  });

  it('shows fading up to the end of time', () => {
    const last = [act(1, endOfTime - 4 * day)];
    expect(timeline({ acts: last }, null, null, { halfLifeDays: 1 })).toMatchObject([{}, { status: 'faded' }]);
  });
});
