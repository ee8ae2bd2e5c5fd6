import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import type { WithdrawalRow } from '../../../src/domain/stances/withdrawal-row.js';
import { Withdrawals } from '../../../src/domain/stances/withdrawals.js';
import { act, at, cellOf, day, question, withdrawal, withdrawn } from './build.js';

const may = at('2025-05-01');
const june = at('2025-06-01');
const july = at('2025-07-01');
const proposal = cellOf(act(1, may, { kind: 'proposal' }));

/** The standing of the proposal, act 1, as its stance shows it; 0 when it does not contribute. */
function standing(validAt: number, rows: readonly WithdrawalRow[], sequence = 1000): number {
  const { contributions } = stanceOf(proposal, withdrawn(...rows), question(validAt, { sequence }));
  return contributions[0]?.standing ?? 0;
}

describe('withdrawing a proposal', () => {
  it('keeps it in force until the instant of its withdrawal', () => {
    expect(standing(june - 1, [withdrawal(2, 1, june)])).toBe(1);
    expect(standing(june, [withdrawal(2, 1, june)])).toBe(0);
  });

  it('with an until suspends it', () => {
    const suspension = withdrawal(2, 1, june, { end: july });
    expect([june - 1, june, july - 1, july].map((instant) => standing(instant, [suspension]))).toEqual([1, 0, 0, 1]);
  });

  it('uncertainly leaves as much of it as the doubt', () => {
    expect(standing(june, [withdrawal(2, 1, june, { certainty: 0.75 })])).toBe(0.25);
  });

  it('twice with doubt leaves the product', () => {
    const both = [withdrawal(2, 1, june, { certainty: 0.5 }), withdrawal(3, 1, june, { certainty: 0.75 })];
    expect(standing(june, both)).toBe(0.125);
  });

  it('is nothing known before it was recorded, nor after it lost its effect', () => {
    const row = withdrawal(20, 1, june, { to: 30 });
    expect([19, 20, 29, 30].map((sequence) => standing(june, [row], sequence))).toEqual([1, 0, 0, 1]);
  });

  it('can be dated before the proposal itself', () => {
    expect(standing(may, [withdrawal(2, 1, may - 9 * day)])).toBe(0);
  });

  it('leaves other acts alone', () => {
    expect(standing(june, [withdrawal(20, 19, june)])).toBe(1);
  });

  it('acts by K alone when a correction names another target', () => {
    const corrected = [withdrawal(20, 1, june, { from: 20, to: 25 }), withdrawal(20, 7, june, { from: 25 })];
    expect([24, 25].map((sequence) => standing(june, corrected, sequence))).toEqual([0, 1]);
  });
});

describe('withdrawing a withdrawal', () => {
  const revival = withdrawal(3, 2, july);

  it('revives', () => {
    const rows = [withdrawal(2, 1, june), revival];
    expect([june, july - 1, july].map((instant) => standing(instant, rows))).toEqual([0, 0, 1]);
  });

  it('which was uncertain passes the doubt on', () => {
    const rows = [withdrawal(2, 1, june), withdrawal(3, 2, july, { certainty: 0.75 })];
    expect(standing(july, rows)).toBe(0.75);
  });

  it('of a withdrawal of a withdrawal, and so on ten thousand times, ends', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => withdrawal(index + 2, index + 1, june));
    expect(standing(june, chain, 10_001)).toBe(1);
    expect(standing(june, chain, 10_000)).toBe(0);
  });

  it('costs no more when every link has a say itself', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      withdrawal(index + 2, index + 1, june, { certainty: 0.5 }),
    );
    const cell = cellOf(...Array.from({ length: 10_000 }, (_, index) => act(index + 1, may)));
    const { contributions } = stanceOf(cell, withdrawn(...chain), question(june, { sequence: 99_999 }));
    expect(contributions).toHaveLength(10_000);
    expect(contributions.at(-1)?.standing).toBe(0.5);
    expect(contributions[0]?.standing).toBeCloseTo(2 / 3, 12);
  });
});

describe('the withdrawals of a party', () => {
  it('refuse one that names what was recorded later, or itself', () => {
    expect(() => withdrawn(withdrawal(2, 2, june))).toThrow(RangeError);
    expect(() => withdrawn(withdrawal(2, 3, june))).toThrow(RangeError);
  });

  it('answer for an act by itself', () => {
    const withdrawals = withdrawn(withdrawal(2, 1, june, { certainty: 0.75 }));
    expect(withdrawals.standingOf(1, june, 1000)).toBe(0.25);
    expect(withdrawals.standingOf(9, june, 1000)).toBe(1);
  });

  it('change nothing when events are replayed', () => {
    const withdrawals = new Withdrawals();
    const replay = () => {
      withdrawals.open(withdrawal(5, 1, june));
      withdrawals.close(5, 8);
      withdrawals.open(withdrawal(5, 1, june, { from: 8, certainty: 0.5 }));
    };
    replay();
    const size = withdrawals.byteSize;
    replay();
    expect(withdrawals.byteSize).toBe(size);
    expect([4, 5, 7, 8, 99].map((sequence) => withdrawals.standingOf(1, june, sequence))).toEqual([1, 0, 0, 0.5, 0.5]);
  });

  it('are noticed by a cell that was asked before', () => {
    const withdrawals = new Withdrawals();
    const ask = () => stanceOf(proposal, withdrawals, question(june)).contributions.length;
    expect(ask()).toBe(1);
    withdrawals.open(withdrawal(2, 1, june));
    expect(ask()).toBe(0);
  });

  it('take out an act that doubt upon doubt leaves nothing of', () => {
    const rows = Array.from({ length: 155 }, (_, index) => withdrawal(index + 2, 1, june, { certainty: 0.99 }));
    expect(standing(june, rows)).toBe(0);
  });

  it('leaves of an act so little that only itself can tell, beside one that is whole or alone', () => {
    const rows = Array.from({ length: 140 }, (_, index) => withdrawal(index + 3, 1, june, { certainty: 0.99 }));
    const faint = act(1, may, { value: -0.5 });
    const alone = stanceOf(cellOf(faint), withdrawn(...rows), question(july));
    expect(alone).toMatchObject({ score: -0.5, contributions: [{ share: 1 }] });
    expect(alone.strength).toBeGreaterThan(0);
    const beside = stanceOf(cellOf(faint, act(2, may + day)), withdrawn(...rows), question(july));
    expect(beside.score).toBe(0.5);
    expect(beside.contributions).toHaveLength(2);
  });
});
