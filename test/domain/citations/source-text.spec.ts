import { hasLoneSurrogates, lengthInCodePoints, SourceText } from '../../../src/domain/citations/source-text.js';

describe('the length of a text', () => {
  it.each([
    ['', 0],
    ['Kyiv', 4],
    ['Київ', 4],
    ['e\u0301', 2],
    ['a😀b', 3],
    ['👨‍👩‍👧', 5],
  ])('of "%s" is %d code points', (text, length) => {
    expect(lengthInCodePoints(text)).toBe(length);
    expect(new SourceText(text).length).toBe(length);
  });
});

describe('half of a surrogate pair', () => {
  it.each(['\ud83d', 'a\ude00', '\ude00\ud83d', '😀\ud83d'])('is noticed, case %#', (text) => {
    expect(hasLoneSurrogates(text)).toBe(true);
  });

  it.each(['', 'a', '😀', 'é', '\ufffd'])('is not seen in "%s"', (text) => {
    expect(hasLoneSurrogates(text)).toBe(false);
  });
});

describe('a long source', () => {
  it.each([1023, 1024, 1025, 2048])('of %d emoji is counted to its very end', (count) => {
    const source = new SourceText('😀'.repeat(count));
    expect(source.length).toBe(count);
    expect(source.slice(count - 1, count)).toBe('😀');
    expect(source.codeUnitsUntil(count)).toBe(2 * count);
    expect(source.codePointsUntil(2 * count)).toBe(count);
  });
});

describe('a slice of a source', () => {
  const source = new SourceText('a😀b');

  it('is counted in code points', () => {
    expect(source.slice(1, 2)).toBe('😀');
    expect(source.slice(2, 3)).toBe('b');
    expect(source.slice(3, 3)).toBe('');
  });

  it.each([
    [-1, 1],
    [0, 4],
    [2, 1],
    [0.5, 1],
    [NaN, 1],
  ])('from %d to %d is none', (start, end) => {
    expect(source.slice(start, end)).toBeUndefined();
  });
});
