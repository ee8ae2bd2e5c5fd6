import fc from 'fast-check';
import { SourceText } from '../../../src/domain/citations/source-text.js';

const passages = fc.string({ unit: fc.constantFrom('a', 'я', '😀', '𝒜', 'e\u0301'), maxLength: 40 });

/** Long enough for several checkpoints, whose places depend on where the surrogate pairs are. */
const texts = fc
  .tuple(passages, fc.nat({ max: 150 }), passages)
  .map(([head, times, tail]) => head + (tail + 'b').repeat(times) + tail);

describe('counting code points', () => {
  it('agrees with a list of all code points, at every offset', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = new SourceText(text);
        const characters = Array.from(text);
        expect(source.length).toBe(characters.length);
        let unit = 0;
        for (const [at, character] of [...characters, ''].entries()) {
          if (source.codeUnitsUntil(at) !== unit || source.codePointsUntil(unit) !== at) {
            throw new Error(`code point ${at} and code unit ${unit} are taken for different places`);
          }
          unit += character.length;
        }
      }),
    );
  });

  it('slices as that list does', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 6000 }), fc.nat({ max: 6000 }), (text, a, b) => {
        const characters = Array.from(text);
        const [start, end] = [a, b].map((offset) => offset % (characters.length + 1)).sort((x, y) => x - y);
        expect(new SourceText(text).slice(start ?? 0, end ?? 0)).toBe(characters.slice(start, end).join(''));
      }),
    );
  });
});
