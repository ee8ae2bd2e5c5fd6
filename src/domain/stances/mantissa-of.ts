import { sixtyFourthPowerRests, sixtyFourthPowers } from './exp2-table.js';

/**
 * 2^fraction for a fraction in [0, 1], in + − × ÷ only, so that every engine gives the same bits; within 0.51 ulp.
 * The fraction is split into k/64 + rest with |rest| ≤ 1/128, both exact: 2^(k/64) from a table, times the Taylor
 * polynomial of 2^rest, whose coefficients are ln(2)^n / n! and whose first term left out is below 2^-64.
 */
export function mantissaOf(fraction: number): number {
  const k = Math.floor(fraction * 64 + 0.5);
  const rest = fraction - k / 64;
  const tail = 0.009618129107628477 + rest * (0.0013333558146428443 + rest * 0.0001540353039338161);
  const head = 0.6931471805599453 + rest * (0.24022650695910072 + rest * (0.05550410866482158 + rest * tail));
  const base = sixtyFourthPowers[k] ?? NaN;
  return base + ((sixtyFourthPowerRests[k] ?? NaN) + base * (rest * head));
}
