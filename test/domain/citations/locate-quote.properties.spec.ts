import fc from 'fast-check';
import { locateQuote } from '../../../src/domain/citations/locate-quote.js';
import { SourceText } from '../../../src/domain/citations/source-text.js';
import { refusalOfQuote } from './refusal-of-quote.js';

const characters = fc.oneof(
  fc.constantFrom('a', 'A', 'b', ' ', '"', '“', '-', '–', 'é', 'e', '\u0301', '\u200d', '😀', '👩', 'ש', '\r\n'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);
const texts = fc.string({ unit: characters, minLength: 1, maxLength: 60 });
const passages = fc.record({ text: texts, from: fc.nat(), length: fc.integer({ min: 1, max: 12 }), around: fc.nat(4) });

interface Slice {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

function sliceOf(list: readonly string[], from: number, length: number, around: number): Slice {
  const start = from % list.length;
  const end = Math.min(start + length, list.length);
  return {
    start,
    end,
    exact: list.slice(start, end).join(''),
    prefix: list.slice(Math.max(0, start - around), start).join(''),
    suffix: list.slice(end, end + around).join(''),
  };
}

/** How often the characters of a text, taken one by one, spell prefix, exact and suffix. */
function naiveCount(list: readonly string[], { prefix, exact, suffix }: Omit<Slice, 'start' | 'end'>): number {
  const wanted = Array.from(prefix + exact + suffix);
  return list.filter((_, at) => wanted.every((character, i) => character === list[at + i])).length;
}

describe('any passage of a source', () => {
  it('is located when it occurs once and ambiguous when it occurs more often', () => {
    fc.assert(
      fc.property(passages, ({ text, from, length, around }) => {
        const list = Array.from(text);
        const { start, end, ...quote } = sliceOf(list, from, length, around);
        const source = new SourceText(text);
        if (naiveCount(list, quote) > 1) expect(refusalOfQuote(text, quote)?.code).toBe('quote-ambiguous');
        else expect(locateQuote(source, quote, '')).toEqual({ start, end });
        expect(locateQuote(source, { start, end, ...quote }, '')).toEqual({ start, end });
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused at any other place', () => {
    fc.assert(
      fc.property(passages, fc.integer({ min: -3, max: 64 }), ({ text, from, length }, start) => {
        const list = Array.from(text);
        const { exact } = sliceOf(list, from, length, 0);
        const end = start + Array.from(exact).length;
        const stands = start >= 0 && list.slice(start, end).join('') === exact;
        expect(refusalOfQuote(text, { exact, start, end })?.code).toBe(stands ? undefined : 'quote-not-found');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('suggestions', () => {
  it('verify at their own place, at most three, none twice', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat({ max: 60 }), (text, other, from) => {
        const exact =
          Array.from(text.toUpperCase())
            .slice(from, from + 3)
            .join('') || other;
        const suggestions = refusalOfQuote(text, { exact })?.errors[0]?.suggestions ?? [];
        expect(suggestions.length).toBeLessThanOrEqual(3);
        expect(new Set(suggestions.map(({ start, end }) => `${start}-${end}`)).size).toBe(suggestions.length);
        for (const suggestion of suggestions) {
          const { start, end } = suggestion;
          expect(locateQuote(new SourceText(text), suggestion, '')).toEqual({ start, end });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
