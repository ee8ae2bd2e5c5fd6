import { lenientSearch } from '../../../src/domain/citations/lenient-search.js';
import type { Quote } from '../../../src/domain/citations/quote.js';
import { SourceText } from '../../../src/domain/citations/source-text.js';

function suggested(text: string, quote: Quote): readonly string[] {
  return lenientSearch(new SourceText(text), quote).map(({ exact }) => exact);
}

describe('lenient search', () => {
  it.each([
    ['curly and straight quotation marks', 'He said “it’s off”.', '"it\'s off"', '“it’s off”'],
    ['guillemets', 'Il dit «non».', '"non"', '«non»'],
    ['a no-break space', 'ten\u00a0days', 'ten days', 'ten\u00a0days'],
    ['a line break and indentation', 'within\r\n    days', 'within days', 'within\r\n    days'],
    ['missing and superfluous space around', 'within days.', '  within  days ', 'within days'],
    ['en dash and hyphen', 'Moscow–Kyiv', 'Moscow-Kyiv', 'Moscow–Kyiv'],
    ['em dash and two hyphens', 'no -- never', 'no — never', 'no -- never'],
    ['two hyphens at the end', 'no-- never', 'no—', 'no--'],
    ['composed and decomposed letters', 'cafe\u0301 noir', 'caf\u00e9', 'cafe\u0301'],
    ['decomposed and composed letters', 'caf\u00e9 noir', 'cafe\u0301', 'caf\u00e9'],
    ['marks in another order', 'q\u0307\u0323!', 'q\u0323\u0307', 'q\u0307\u0323'],
    ['Hangul syllables and their letters', '각하', '\u1100\u1161\u11a8', '각'],
    ['a soft hyphen', 'ne\u00adgo\u00adti\u00adate', 'negotiate', 'ne\u00adgo\u00adti\u00adate'],
    ['zero-width space and byte order mark', '\ufeffpeace\u200b talks', 'peace talks', 'peace\u200b talks'],
    ['bidi controls', '\u202bשלום\u202c היום', 'שלום היום', 'שלום\u202c היום'],
    ['joined emoji', 'a 👨‍👩‍👧 b', '👨👩👧', '👨‍👩‍👧'],
    ['an emoji variation', 'I ❤\ufe0f peace', '❤ peace', '❤\ufe0f peace'],
    ['text after emoji', '😀😀 “no”', '"no"', '“no”'],
  ])('sees through %s', (_, text, exact, passage) => {
    expect(suggested(text, { exact })).toEqual([passage]);
  });

  it('gives the offsets of the passage in code points', () => {
    expect(lenientSearch(new SourceText('😀😀 “no”'), { exact: '"no"' })).toEqual([
      { start: 3, end: 7, exact: '“no”' },
    ]);
  });

  it('suggests the first three of many', () => {
    const suggestions = lenientSearch(new SourceText('a–b '.repeat(9)), { exact: 'a-b' });
    expect(suggestions.map(({ start }) => start)).toEqual([0, 4, 8]);
  });

  it('prefers the passage that has the prefix and suffix', () => {
    const source = new SourceText('“no”, “no”, “no”, he said “no”!');
    const quote = { exact: '"no"', prefix: 'he\nsaid ', suffix: '!' };
    expect(lenientSearch(source, quote).map(({ start }) => start)).toEqual([26]);
  });

  it.each([
    ['at the border of the prefix', { prefix: 'he said', exact: ' "no"' }],
    ['in the prefix and in the quote', { prefix: 'he said ', exact: ' "no"' }],
    ['before the prefix', { prefix: ' said ', exact: '"no"' }],
  ])('prefers it wherever the space stands: %s', (_, quote) => {
    const source = new SourceText('“no”, “no”, “no”, he said “no”!');
    expect(lenientSearch(source, quote).map(({ start }) => start)).toEqual([26]);
  });

  it('leaves the prefix and suffix aside when no passage has them', () => {
    expect(suggested('“NO”, she said, “no”.', { exact: '"no"', prefix: 'He said ' })).toEqual(['“no”']);
  });

  it('overlooks case only when nothing else is found', () => {
    expect(suggested('No deal. no deal.', { exact: 'no  deal' })).toEqual(['no deal']);
    expect(suggested('No deal.', { exact: 'NO DEAL' })).toEqual(['No deal']);
    expect(suggested('ΟΔΟΣΑ', { exact: 'Οδος' })).toEqual(['ΟΔΟΣ']);
    expect(suggested('x İstanbul talks', { exact: 'TALKS' })).toEqual(['talks']);
  });

  it.each([
    ['a letter without its accent', 'caf\u00e9', 'cafe'],
    ['a letter without its combining mark', 'cafe\u0301', 'cafe'],
    ['a combining mark without its letter', 'caf\u00e9!', '\u0301!'],
    ['the first half of a syllable', '각', '\u1100\u1161'],
    ['the second half of a syllable', '각', '\u1161\u11a8'],
    ['nothing but space', 'a b', '  '],
    ['nothing that shows', 'a\u200bb', '\u200b'],
    ['half of a surrogate pair', '😀', '\ud83d'],
    ['more than the text', 'ab', 'abc'],
  ])('does not suggest a passage for %s', (_, text, exact) => {
    expect(suggested(text, { exact })).toEqual([]);
  });

  it('does not take minutes over a long stack of combining marks', () => {
    const stack = '\u0315'.repeat(250_000) + '\u0316'.repeat(250_000);
    expect(suggested(`a${stack} “no”`, { exact: '"no"' })).toEqual(['“no”']);
  });

  it('may rely on decomposed text keeping its length in lower case, whatever the character', () => {
    const grown: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      const decomposed = String.fromCodePoint(codePoint).normalize('NFD');
      if (decomposed.toLowerCase().length !== decomposed.length) grown.push(decomposed);
    }
    expect(grown).toEqual([]);
  });
});
