const least = -1074;
const greatest = 1023;

const powers = new Float64Array(greatest - least + 1);
let power = 1;
for (let exponent = 0; exponent <= greatest; exponent++, power *= 2) powers[exponent - least] = power;
power = 1;
for (let exponent = 0; exponent >= least; exponent--, power *= 0.5) powers[exponent - least] = power;

/** 2^exponent for an integer, exactly: halving and doubling never round. 0 below −1074, Infinity above 1023. */
export function powerOfTwo(exponent: number): number {
  if (exponent < least) return 0;
  return powers[exponent - least] ?? Infinity;
}
