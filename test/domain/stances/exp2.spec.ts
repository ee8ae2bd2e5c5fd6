import { exp2 } from '../../../src/domain/stances/exp2.js';
import { halfLivesIn } from '../../../src/domain/stances/half-life.js';
import { mantissaOf } from '../../../src/domain/stances/mantissa-of.js';
import { powerOfTwo } from '../../../src/domain/stances/power-of-two.js';

const bits = 200n;
const one = 1n << bits;

/** e^x − 1 in fixed point by its series. */
function expm1(x: bigint): bigint {
  let sum = 0n;
  for (let n = 1n, term = x; term !== 0n; n += 1n, term = (term * x) / (n * one)) sum += term;
  return sum;
}

/** ln 2 = 2 · artanh(1/3). */
const ln2 = ((): bigint => {
  let sum = 0n;
  for (let n = 1n, term = one / 3n; term !== 0n; n += 2n, term /= 9n) sum += term / n;
  return 2n * sum;
})();

/** A double from 2^-60 to 2, or 0, in fixed point: exactly, since its last bit is worth 2^-112 or more. */
function fixed(value: number): bigint {
  return BigInt(value * 2 ** 112) * (one >> 112n);
}

/** How far mantissaOf is from 2^fraction, in units of the last place (2^-52 in [1, 2)). */
function errorOf(fraction: number): number {
  const exact = one + expm1((fixed(fraction) * ln2) / one);
  const error = fixed(mantissaOf(fraction)) - exact;
  return Math.abs(Number(error) / Number(one >> 52n));
}

function hexOf(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

describe('the mantissa 2^fraction', () => {
  const fractions = Array.from({ length: 20_000 }, (_, index) => (index * 0.618_033_988_749_894_8) % 1);
  const edges = [0, 2 ** -60, 1 / 128, 127 / 128, 0.5, 1 - 2 ** -53, ...Array.from({ length: 64 }, (_, k) => k / 64)];

  it('is within 0.51 units in the last place of the exact value', () => {
    expect(Math.max(...[...fractions, ...edges].map(errorOf))).toBeLessThan(0.51);
  });

  it('lies in [1, 2)', () => {
    const mantissas = [...fractions, ...edges].map(mantissaOf);
    expect(mantissas.every((mantissa) => 1 <= mantissa && mantissa < 2)).toBe(true);
  });
});

describe('a power of two', () => {
  it('is exact over the whole range of doubles', () => {
    const exponents = Array.from({ length: 2098 }, (_, index) => index - 1074);
    expect(exponents.filter((exponent) => powerOfTwo(exponent) !== 2 ** exponent)).toEqual([]);
  });

  it('is 0 below the least double and Infinity above the greatest', () => {
    expect([powerOfTwo(-1075), powerOfTwo(-5000), powerOfTwo(1024)]).toEqual([0, 0, Infinity]);
  });
});

describe('2^x', () => {
  // Golden answers: the same on every engine and for ever.
  it.each([
    [0, '3ff0000000000000'],
    [0.5, '3ff6a09e667f3bcd'],
    [-0.5, '3fe6a09e667f3bcd'],
    [1 / 3, '3ff428a2f98d728b'],
    [-19.75, '3eb306fe0a31b715'],
    [0.1, '3ff125fbee250664'],
    [-1073.5, '0000000000000001'],
    [-1e-20, '3ff0000000000000'],
  ])('of %p has the bits %s', (x, hex) => {
    expect(hexOf(exp2(x))).toBe(hex);
  });

  it('is exact for integers', () => {
    expect([exp2(10), exp2(-3), exp2(-1074)]).toEqual([1024, 0.125, 2 ** -1074]);
  });

  it('ends in 0 and Infinity', () => {
    expect([exp2(-1074.5), exp2(-1e9), exp2(1024), exp2(1e9)]).toEqual([0, 0, Infinity, Infinity]);
  });

  it.each([1, 7, 90, 365, 36500])(
    'falls from each millisecond to the next with a half-life of %d days',
    (halfLifeDays) => {
      for (const start of [0, 1_745_000_000_123, 253_370_000_000_000]) {
        const scale = Math.floor(halfLivesIn(start, halfLifeDays));
        const strengths = Array.from({ length: 2000 }, (_, ms) => exp2(scale - halfLivesIn(start + ms, halfLifeDays)));
        expect(strengths.every((strength, ms) => ms === 0 || strength < (strengths[ms - 1] ?? 0))).toBe(true);
      }
    },
  );
});
