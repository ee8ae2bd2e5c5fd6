import type { Position } from '../../../src/domain/sentences/position.js';
import type { StanceTold } from '../../../src/domain/sentences/stance-sentence.js';

export const subject = {
  party: 'the United States',
  issue: 'the issue “Approach to Moscow”',
  axis: { negative: 'pressure on Moscow', positive: 'concessions to Moscow' },
};

export const basis: StanceTold['basis'] = {
  validAt: '2025-04-23T00:00:00.000Z',
  knownAt: { sequence: 128, recordedAt: '2025-04-23T09:30:00.000Z', settled: true },
  model: { name: 'decayed-mean' },
  lens: {},
};

/** A held stance in the band that the pole's name says. */
export function at(score: number, changes: Partial<Position> = {}): Position {
  const band = score < 0 ? 'pressure' : 'concessions';
  return { status: 'held', mixed: false, score, band, voices: null, ...changes };
}

export function voices(score: number, negative: number, positive: number): Position {
  return at(score, { mixed: true, voices: { negative, positive } });
}

export const nothing = at(0, { status: 'undeclared', score: null, band: null });
