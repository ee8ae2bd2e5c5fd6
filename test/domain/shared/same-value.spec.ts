import fc from 'fast-check';
import { sameValue } from '../../../src/domain/shared/same-value.js';

describe('two values of plain data', () => {
  it.each([
    ['the same string', 'a', 'a'],
    ['zeros of either sign', 0, -0],
    ['fields in another order', { a: 1, b: [2] }, { b: [2], a: 1 }],
    ['empty lists', [], []],
    ['nothing', null, null],
  ])('are alike: %s', (_, a, b) => {
    expect(sameValue(a, b)).toBe(true);
  });

  it.each([
    ['a number and its digits', 1, '1'],
    ['null and nothing', null, undefined],
    ['null and an empty object', null, {}],
    ['a list and an object with its fields', ['a'], { 0: 'a' }],
    ['a list in another order', [1, 2], [2, 1]],
    ['a longer list', [1], [1, 1]],
    ['a field more', { a: 1 }, { a: 1, b: null }],
    ['another field', { a: undefined }, { b: undefined }],
    ['a difference far within', { a: [{ b: [1] }] }, { a: [{ b: [2] }] }],
    ['é in one character and in two', '\u00e9', 'e\u0301'],
  ])('differ: %s', (_, a, b) => {
    expect(sameValue(a, b)).toBe(false);
    expect(sameValue(b, a)).toBe(false);
  });

  it('are alike exactly when their JSON tells the same', () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sameValue(a, structuredClone(a))).toBe(true);
        expect(sameValue(a, b)).toBe(sameValue(b, a));
        if (sameValue(a, b)) expect(sorted(a)).toBe(sorted(b));
      }),
    );
  });
});

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
