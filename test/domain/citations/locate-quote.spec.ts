import { locateQuote } from '../../../src/domain/citations/locate-quote.js';
import type { Quote } from '../../../src/domain/citations/quote.js';
import { SourceText } from '../../../src/domain/citations/source-text.js';
import { refusalOfQuote } from './refusal-of-quote.js';

function locate(text: string, quote: Quote): readonly [number, number] {
  const { start, end } = locateQuote(new SourceText(text), quote, '/citations/0');
  return [start, end];
}

describe('a quote that occurs once', () => {
  it.each([
    ['plain text', 'We will walk away.', 'walk', 8, 12],
    ['the whole text', 'walk', 'walk', 0, 4],
    ['an emoji', 'a😀b😁c', '😁', 3, 4],
    ['text after emoji', '😀😀 peace', 'peace', 3, 8],
    ['a family of joined emoji', 'x👨‍👩‍👧y', '👨‍👩‍👧', 1, 6],
    ['part of a family of joined emoji', 'x👨‍👩‍👧y', '👩', 3, 4],
    ['a combining mark', 'cafe\u0301!', 'e\u0301', 3, 5],
    ['right-to-left text', 'אמר: "שלום" היום', 'שלום', 6, 10],
    ['a line break of two characters', 'one\r\ntwo', 'e\r\nt', 2, 6],
    ['a no-break space', 'one\u00a0two', '\u00a0two', 3, 7],
    ['curly quotation marks', 'He said “no”.', '“no”', 8, 12],
    ['an en dash', 'Moscow–Kyiv', '–', 6, 7],
  ])('is located in code points: %s', (_, text, exact, start, end) => {
    expect(locate(text, { exact })).toEqual([start, end]);
  });

  it('is not taken for one that differs in normalisation', () => {
    expect(refusalOfQuote('cafe\u0301', { exact: 'caf\u00e9' })?.code).toBe('quote-not-found');
  });
});

describe('a quote that occurs more than once', () => {
  it('is ambiguous, and its first three places are suggested', () => {
    expect(refusalOfQuote('no, 😀 no, no, no', { exact: 'no' })).toMatchObject({
      code: 'quote-ambiguous',
      errors: [
        {
          pointer: '/citations/0/exact',
          suggestions: [
            { start: 0, end: 2, exact: 'no' },
            { start: 6, end: 8, exact: 'no' },
            { start: 10, end: 12, exact: 'no' },
          ],
        },
      ],
    });
  });

  it('is ambiguous also where its occurrences overlap', () => {
    expect(refusalOfQuote('aaa', { exact: 'aa' })?.code).toBe('quote-ambiguous');
  });

  it.each([
    [{ prefix: 'yes, ' }, 9, 11],
    [{ suffix: ', yes' }, 0, 2],
    [{ prefix: 'and ', suffix: '!' }, 16, 18],
    [{ prefix: '', suffix: '!' }, 16, 18],
    [{ prefix: null, suffix: ' and' }, 9, 11],
  ])('is told apart by what adjoins it: %j', (context, start, end) => {
    expect(locate('no, yes, no and no!', { exact: 'no', ...context })).toEqual([start, end]);
  });

  it('stays ambiguous while its prefix and suffix fit more than one place', () => {
    const refusal = refusalOfQuote('a no, b no, a no, a no, a no', { exact: 'no', prefix: 'a ' });
    expect(refusal?.code).toBe('quote-ambiguous');
    expect(refusal?.errors[0]?.suggestions?.map(({ start }) => start)).toEqual([2, 14, 20]);
  });
});

describe('a quote that does not occur', () => {
  it('is not found', () => {
    expect(refusalOfQuote('yes', { exact: 'no' })).toMatchObject({
      code: 'quote-not-found',
      errors: [{ pointer: '/citations/0/exact', suggestions: [] }],
    });
  });

  it('is not found where its prefix or suffix stands elsewhere', () => {
    expect(refusalOfQuote('yes and no', { exact: 'no', prefix: 'yes' })).toMatchObject({
      code: 'quote-not-found',
      errors: [{ suggestions: [{ start: 8, end: 10, exact: 'no' }] }],
    });
  });

  it.each([
    [{ exact: '\ud83d' }],
    [{ exact: '\ude00' }],
    [{ exact: '\ude00b' }],
    [{ exact: '\ude00', prefix: '\ud83d' }],
    [{ exact: 'b', prefix: '\ude00' }],
    [{ exact: 'a', suffix: '\ud83d' }],
    [{ exact: 'b', prefix: '\ude00', start: 2, end: 3 }],
    [{ exact: 'a', suffix: '\ud83d', start: 0, end: 1 }],
  ])('is not found in half of a surrogate pair, case %#', (quote) => {
    expect(refusalOfQuote('a😀b', quote)?.code).toBe('quote-not-found');
  });
});

describe('a quote with start and end', () => {
  const text = '😀 no, no 😀';

  it('stands where it says, however often it occurs', () => {
    expect(locate(text, { exact: 'no', start: 2, end: 4 })).toEqual([2, 4]);
    expect(locate(text, { exact: 'no', start: 6, end: 8, prefix: ', ', suffix: ' 😀' })).toEqual([6, 8]);
  });

  it.each([
    ['in UTF-16 units', { start: 3, end: 5 }],
    ['one too long', { start: 2, end: 5 }],
    ['reversed', { start: 4, end: 2 }],
    ['past the end', { start: 9, end: 11 }],
    ['before the beginning', { start: -1, end: 1 }],
    ['no integers', { start: 2.5, end: 4.5 }],
    ['with another prefix', { start: 2, end: 4, prefix: ', ' }],
    ['with another suffix', { start: 2, end: 4, suffix: ' 😀' }],
  ])('is not found when they are %s, and its true places are suggested', (_, place) => {
    const refusal = refusalOfQuote(text, { exact: 'no', ...place });
    expect(refusal?.code).toBe('quote-not-found');
    expect(refusal?.errors[0]?.suggestions).toContainEqual({ start: 6, end: 8, exact: 'no' });
  });

  it.each([
    [{ start: 2 }, '/citations/0/end'],
    [{ start: 2, end: null }, '/citations/0/end'],
    [{ end: 4 }, '/citations/0/start'],
  ])('is invalid with one of them alone: %j', (place, pointer) => {
    expect(refusalOfQuote(text, { exact: 'no', ...place })).toMatchObject({ code: 'invalid', errors: [{ pointer }] });
  });
});

describe('an empty quote', () => {
  it.each([{}, { start: 0, end: 0 }])('is invalid: %j', (place) => {
    expect(refusalOfQuote('text', { exact: '', ...place })).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/citations/0/exact' }],
    });
  });
});
