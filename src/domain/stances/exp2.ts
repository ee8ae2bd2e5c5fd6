import { mantissaOf } from './mantissa-of.js';
import { powerOfTwo } from './power-of-two.js';

/**
 * 2^x by our own arithmetic: Math.pow and Math.exp differ between Node versions in the last bit.
 * Within 0.51 ulp of the exact value unless subnormal; 0 below −1074, Infinity from 1024 on.
 */
export function exp2(x: number): number {
  if (x < -1074) return 0;
  if (x >= 1024) return Infinity;
  const exponent = Math.floor(x);
  // A tiny negative x makes the fraction round to 1, where the mantissa is 2: the product is still right.
  return mantissaOf(x - exponent) * powerOfTwo(exponent);
}
