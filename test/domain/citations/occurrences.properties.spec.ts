import fc from 'fast-check';
import { occurrences } from '../../../src/domain/citations/occurrences.js';

const few = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
const searches = fc.record({
  text: few,
  times: fc.constantFrom(1, 2, 60),
  from: fc.nat(),
  length: fc.nat(),
  tail: few,
});

function naiveOccurrences(text: string, needle: string): readonly number[] {
  const starts = Array.from({ length: text.length }, (_, at) => at);
  return needle === '' ? [] : starts.filter((at) => text.startsWith(needle, at));
}

describe('occurrences', () => {
  it('are all found, overlapping ones too, for short needles and long ones', () => {
    fc.assert(
      fc.property(searches, ({ text, times, from, length, tail }) => {
        const longText = text.repeat(times) + tail.repeat(times);
        const start = from % (longText.length + 1);
        const slice = longText.slice(start, start + (length % (longText.length + 1)));
        for (const needle of [slice, slice + tail, tail]) {
          expect([...occurrences(longText, needle)]).toEqual(naiveOccurrences(longText, needle));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('of a long repetitive needle in a long repetitive text do not take minutes', () => {
    const needle = 'a'.repeat(100_000) + 'b' + 'a'.repeat(100_000);
    expect([...occurrences('a'.repeat(1 << 20), needle)]).toEqual([]);
  });
});
