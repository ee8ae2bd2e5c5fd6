import fc from 'fast-check';
import { lenientSearch } from '../../../src/domain/citations/lenient-search.js';
import { locateQuote } from '../../../src/domain/citations/locate-quote.js';
import { SourceText } from '../../../src/domain/citations/source-text.js';

/** Each row is one thing in several ways of writing it. */
const writings = [
  ['"', '“', '„', '«', '’', '`'],
  [' ', '\u00a0', '\r\n', '\t ', '\u2003', '\u200b '],
  ['-', '–', '—', '\u2011', '--'],
  ['é', 'e\u0301'],
  ['각', '\u1100\u1161\u11a8'],
  ['ạ̇', 'a\u0323\u0307', 'a\u0307\u0323', '\u0227\u0323'],
  ['b', 'b\u00ad', '\u200bb', 'b\u2069'],
  ['a'],
  ['😀', '😀\u200d'],
  ['❤', '❤\ufe0f'],
  ['ש', '\u200fש'],
];
const thing = fc.nat({ max: writings.length - 1 });
const writing = fc.tuple(thing, fc.nat(), fc.nat());
const cases = fc.record({
  written: fc.array(writing, { minLength: 1, maxLength: 40 }),
  from: fc.nat(),
  length: fc.integer({ min: 1, max: 10 }),
});

function write(row: number, choice: number): string {
  const ways = writings[row] ?? [];
  return ways[choice % ways.length] ?? '';
}

/** The same equivalence on whole strings, without a way back. */
function plainly(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\u00ad|\u200b|\u200d|\u200f|\u2069|\ufe0f/g, '')
    .replace(/["“„«’`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[-–—\u2011]+/g, '-')
    .trim();
}

describe('lenient search', () => {
  it('finds any passage that is written otherwise, and nothing that is not the same', () => {
    fc.assert(
      fc.property(cases, ({ written, from, length }) => {
        const text = written.map(([row, choice]) => write(row, choice)).join('');
        const first = from % written.length;
        const exact = written
          .slice(first, first + length)
          .map(([row, , other]) => write(row, other))
          .join('');
        fc.pre(plainly(exact) !== '');

        const suggestions = lenientSearch(new SourceText(text), { exact });
        expect(suggestions.length).toBeGreaterThan(0);
        for (const { exact: passage } of suggestions) expect(plainly(passage)).toBe(plainly(exact));
      }),
      { numRuns: 2000 },
    );
  });

  it('suggests only what the source has at those places, for any two texts', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, fc.nat({ max: 5 }), (text, noise, from) => {
        const source = new SourceText(`${noise}${text}${noise}`);
        const exact = Array.from(text.normalize('NFD')).slice(from).join('');
        for (const suggestion of lenientSearch(source, { exact, prefix: noise })) {
          const { start, end } = suggestion;
          expect(locateQuote(source, suggestion, '')).toEqual({ start, end });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
