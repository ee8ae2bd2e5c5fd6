import { heaviest } from '../../../src/cli/asking/contributions.js';

function contribution(act: string, share: number): Parameters<typeof heaviest>[0][number] {
  const place = { occurred: '2025', effective: '2026-01-01T00:00:00.000Z' };
  return { ...place, act, kind: 'statement', value: 0, weight: 1, standing: 1, share };
}

describe('the heaviest contributions', () => {
  const all = [contribution('a', 0.1), contribution('b', 0.4), contribution('c', 0.2), contribution('d', 0.3)];

  it('are those of greatest share, newest first', () => {
    expect(heaviest(all, 2).map(({ act }) => act)).toEqual(['d', 'b']);
  });

  it('are all where there are no more', () => {
    expect(heaviest(all, 10).map(({ act }) => act)).toEqual(['d', 'c', 'b', 'a']);
    expect(heaviest(all, Infinity)).toHaveLength(4);
  });

  it('are the newest where shares are equal', () => {
    const equal = ['a', 'b', 'c'].map((act) => contribution(act, 1 / 3));
    expect(heaviest(equal, 2).map(({ act }) => act)).toEqual(['c', 'b']);
  });
});
