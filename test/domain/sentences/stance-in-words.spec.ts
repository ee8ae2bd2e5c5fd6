import { stanceInWords } from '../../../src/domain/sentences/stance-in-words.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import { beginningOfTime, formatInstant } from '../../../src/domain/time/instant.js';
import { Withdrawals } from '../../../src/domain/stances/withdrawals.js';
import { Cell } from '../../../src/domain/stances/cell.js';
import { act, at, day, question } from '../stances/build.js';
import { basis, subject } from './told.js';

const validAt = at('2025-04-23');
const withdrawals = Withdrawals.of([]);

function sentence(rows: Parameters<typeof Cell.of>[0], when = validAt, contributionsMax = Infinity): string {
  const cell = Cell.of(rows);
  const lens = { ...question(when), contributionsMax };
  const stance = stanceOf(cell, withdrawals, lens);
  const occurredOf = (number: number): string => `2025-04-${String(number).padStart(2, '0')}`;
  return stanceInWords(
    { cell, withdrawals, lens },
    { stance, subject, basis: { ...basis, validAt: formatInstant(when) }, occurredOf },
  );
}

describe('a stance in words', () => {
  const recent = [1, 2, 3].map((number) => act(number, validAt - (4 - number) * day, { value: 0.6 }));

  it('compares with thirty days before, by the answer to that', () => {
    const old = act(9, validAt - 40 * day, { value: -0.6 });
    expect(sentence([old, ...recent])).toMatch(/ \(0\.3\d\), up from −0\.60 on 23 March, /);
    expect(sentence(recent)).toMatch(/ \(0\.60\), after no stance on 23 March, /);
  });

  it('compares with nothing before time began', () => {
    expect(sentence([], beginningOfTime + 29 * day)).toBe(
      'On 29 January 0001, as known on 23 April 2025, the United States had declared no stance on the issue ' +
        '“Approach to Moscow”; no act counts.',
    );
  });

  it('names the act of greatest share, of equals the later, whether contributions are listed or not', () => {
    const equals = [act(1, validAt - day), act(2, validAt - day), act(3, validAt - 90 * day)];
    const sentences = [Infinity, 2, 1, 0].map((listed) => sentence(equals.toReversed(), validAt, listed));
    expect(new Set(sentences).size).toBe(1);
    expect(sentences[0]).toMatch(/; 3 acts, most weight: the statement of 2 April \(4\d %\)\.$/);
  });

  it('tells of both sides of a mixed stance what its contributions come to', () => {
    const values = [-0.9, -0.4, 0, 0.7, 1];
    const rows = values.map((value, index) => act(index + 1, validAt - day, { value }));
    expect(sentence(rows)).toContain(
      '40 % of the weight toward concessions to Moscow, 40 % toward pressure on Moscow, 20 % toward neither ' +
        '(0.08 on balance)',
    );
    const { voices, contributions } = stanceOf(Cell.of(rows), withdrawals, question(validAt));
    const share = (sign: number): number =>
      contributions.reduce((sum, each) => sum + (Math.sign(each.value) === sign ? each.share : 0), 0);
    expect(voices?.negative).toBeCloseTo(share(-1), 12);
    expect(voices?.positive).toBeCloseTo(share(1), 12);
  });
});
