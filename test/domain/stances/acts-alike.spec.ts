import { actsAlike, type Coding } from '../../../src/domain/stances/acts-alike.js';
import { act, at, cellOf, day } from './build.js';

const may = at('2025-05-01');
const may2 = may + day;
/** All of 1 May, as a date says it: it counts from its end. */
const allOfMay1 = act(1, may2, { start: may });
const noon = act(2, may + day / 2);

function alike(coding: Partial<Coding>): readonly number[] {
  return actsAlike(cellOf(allOfMay1, noon), { kind: 'statement', start: may, end: may2, before: 99, ...coding });
}

describe('acts alike', () => {
  it('are those that may have happened when this did', () => {
    expect(alike({})).toEqual([2, 1]);
    expect(alike({ start: may + day / 2, end: may + day / 2 })).toEqual([2, 1]);
    expect(alike({ start: may, end: may })).toEqual([1]);
  });

  it('do not include what ended when this began, or begins when this ends', () => {
    expect(alike({ start: may2, end: may2 + day })).toEqual([]);
    expect(alike({ start: may - day, end: may })).toEqual([]);
  });

  it('do not include other kinds, later recordings, or what no longer has effect', () => {
    expect(alike({ kind: 'threat' })).toEqual([]);
    expect(alike({ before: 2 })).toEqual([1]);
    const cell = cellOf(allOfMay1, noon);
    cell.close(1, 7);
    expect(actsAlike(cell, { kind: 'statement', start: may, end: may2, before: 99 })).toEqual([2]);
  });
});
