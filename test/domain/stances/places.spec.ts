import { actsBetween } from '../../../src/domain/stances/acts-between.js';
import type { Course } from '../../../src/domain/stances/course.js';
import { offerPlaces } from '../../../src/domain/stances/places.js';
import { act, cellOf, question, withdrawal, withdrawn } from './build.js';

/** Act 1 counts from 100 on; 2 suspends it at [200, 300) from sequence 2 to 6; 3 withdraws 2 from 250 on. */
const evidence = {
  cell: cellOf(act(1, 100)),
  withdrawals: withdrawn(
    withdrawal(2, 1, 200, { from: 2, to: 6, end: 300 }),
    withdrawal(3, 2, 250, { from: 3, end: 400 }),
  ),
};

function placesAlong(course: Course, first: number, bound: number): readonly number[] {
  const places = new Set<number>();
  offerPlaces(evidence, course, { first, bound, take: (place) => places.add(place) });
  return [...places].sort((a, b) => a - b);
}

describe('the places at which the acts in force or their standings may change', () => {
  it('are, along valid time, where acts and the withdrawals behind them begin and end', () => {
    expect(placesAlong({ validAt: null, sequence: 9 }, 0, 1000)).toEqual([100, 200, 250, 300, 400]);
    expect(placesAlong({ validAt: null, sequence: 9 }, 200, 300)).toEqual([200, 250, 300]);
  });

  it('are, along knowledge, where they became known and ceased to be', () => {
    expect(placesAlong({ validAt: 500, sequence: null }, 0, 9)).toEqual([1, 2, 3, 6]);
    expect(placesAlong({ validAt: 50, sequence: null }, 0, 9)).toEqual([2, 3, 6]);
  });
});

describe('the acts between two looks at a cell', () => {
  const between = (before: number, after: number, sequence = 5) =>
    actsBetween(evidence, { before: question(before, { sequence }), after: question(after, { sequence }) });

  it('are those that entered or left, and each withdrawal behind that which changed itself', () => {
    expect(between(99, 100)).toEqual([{ act: 1, effective: 100, kind: 'statement' }]);
    expect(between(199, 200).map(({ act: number, kind }) => [number, kind])).toEqual([
      [1, 'statement'],
      [2, 'withdrawal'],
    ]);
    expect(between(249, 250).map(({ act: number }) => number)).toEqual([1, 2, 3]);
    expect(between(299, 300)).toEqual([]);
  });

  it('are none where one row says what the other had said', () => {
    const alike = cellOf(act(1, 100, { to: 4 }), act(1, 100, { from: 4 }));
    const looks = { before: question(150, { sequence: 3 }), after: question(150, { sequence: 4 }) };
    expect(actsBetween({ ...evidence, cell: alike }, looks)).toEqual([]);
    const corrected = cellOf(act(1, 100, { to: 4 }), act(1, 100, { from: 4, value: -1 }));
    expect(actsBetween({ ...evidence, cell: corrected }, looks).map(({ act: number }) => number)).toEqual([1]);
  });
});
