import type { Segment } from '../../../src/domain/stances/segment.js';
import { shiftsOf } from '../../../src/domain/stances/shifts.js';
import { bands } from './build.js';

/** Segments of length 10 from 0 on, with these scores; the step at each start is an act of the same number. */
function segments(...scores: readonly (number | null)[]): readonly Segment[] {
  return scores.map((score, index) => ({
    from: index * 10,
    to: index === scores.length - 1 ? null : index * 10 + 10,
    status: score === null ? 'undeclared' : 'held',
    mixed: false,
    score,
    band: null,
    acts: [{ act: index, effective: index * 10 }],
  }));
}

/** Each shift as [at, from, to, before, after, acts of the trigger, acts]. */
function outline(scores: readonly (number | null)[], margin?: number) {
  const { shifts } = shiftsOf(segments(...scores), bands, margin);
  return shifts.map(({ at, from, to, before, after, trigger, acts }) => [
    ...[at, from, to, before, after],
    trigger.map(({ act }) => act),
    acts.map(({ act }) => act),
  ]);
}

function trajectory(scores: readonly (number | null)[], margin?: number) {
  return shiftsOf(segments(...scores), bands, margin).trajectory.map(({ band, from, to }) => [band, from, to]);
}

describe('a shift', () => {
  it('is a crossing from one band to another', () => {
    expect(outline([-0.5, 0.5])).toEqual([[10, 'pressure', 'concessions', -0.5, 0.5, [1], [1]]]);
  });

  it('is not the first band, nor the first after a gap', () => {
    expect(outline([-0.5, null, 0.5])).toEqual([]);
    expect(outline([null, 0.5])).toEqual([]);
  });

  it('needs the margin beyond the bound: upwards from the margin on', () => {
    expect(outline([0, 0.2])).toEqual([]);
    expect(outline([0, 0.2499])).toEqual([]);
    expect(outline([0, 0.25])).toEqual([[10, 'mediation', 'concessions', 0, 0.25, [1], [1]]]);
  });

  it('needs the margin beyond the bound: downwards below the margin', () => {
    expect(outline([0, -0.25])).toEqual([]);
    expect(outline([0, -0.2501])).toEqual([[10, 'mediation', 'pressure', 0, -0.2501, [1], [1]]]);
  });

  it('does not come of wavering around a bound', () => {
    expect(outline([0.19, 0.21, 0.19, 0.24, 0.16])).toEqual([]);
  });

  it('names every act since the entry or the shift before it', () => {
    expect(outline([0, 0.1, 0.22, 0.3, 0.2, -0.5])).toEqual([
      [30, 'mediation', 'concessions', 0.22, 0.3, [3], [1, 2, 3]],
      [50, 'concessions', 'pressure', 0.2, -0.5, [5], [4, 5]],
    ]);
  });

  it('forgets the acts before a gap', () => {
    expect(outline([0, 0.1, null, 0.1, 0.3])).toEqual([[40, 'mediation', 'concessions', 0.1, 0.3, [4], [4]]]);
  });

  it('names an act once, in (effective, act) order', () => {
    const [entry, ...rest] = segments(0, 0.1, 0.5);
    const acts = [
      { act: 8, effective: 3 },
      { act: 9, effective: -1 },
    ];
    const { shifts } = shiftsOf([...(entry ? [entry] : []), ...rest.map((each) => ({ ...each, acts }))], bands);
    expect(shifts[0]?.acts).toEqual([acts[1], acts[0]]);
  });

  it('with no margin happens at the bound', () => {
    expect(outline([0, 0.2, 0.19, -0.2, -0.21], 0).map(([instant, , to]) => [instant, to])).toEqual([
      [10, 'concessions'],
      [20, 'mediation'],
      [40, 'pressure'],
    ]);
  });

  it('does not lead from the highest band into itself, at its closed end', () => {
    expect(outline([0.5, 1], 0)).toEqual([]);
    expect(outline([-0.5, -1], 0)).toEqual([]);
  });

  it('can pass over bands', () => {
    expect(outline([-1, 1, -1]).map(([, from, to]) => [from, to])).toEqual([
      ['pressure', 'concessions'],
      ['concessions', 'pressure'],
    ]);
  });
});

describe('the trajectory', () => {
  it('tells the bands with their times', () => {
    expect(trajectory([-0.5, -0.4, 0, 0.5])).toEqual([
      ['pressure', 0, 20],
      ['mediation', 20, 30],
      ['concessions', 30, null],
    ]);
  });

  it('stays in a band as long as hysteresis holds it there', () => {
    expect(trajectory([0, 0.22, 0.1])).toEqual([['mediation', 0, null]]);
  });

  it('ends at a gap, and begins anew after it', () => {
    expect(trajectory([null, 0, null, null, 0.5, null])).toEqual([
      ['mediation', 10, 20],
      ['concessions', 40, 50],
    ]);
  });

  it('is empty without a score', () => {
    expect(shiftsOf(segments(null), bands)).toEqual({ shifts: [], trajectory: [] });
  });
});
