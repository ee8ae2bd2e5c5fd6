import { basisFlags } from '../../../src/cli/asking/basis-flags.js';

const basis = {
  validAt: '2025-04-24T00:00:00.000Z',
  knownAt: { sequence: 128, recordedAt: '2025-05-01T00:00:00.000Z', settled: true },
  model: { name: 'decayed-mean', version: 1, halfLifeDays: 90 },
  codebook: 1,
  lens: {},
};

describe('a basis as flags', () => {
  it('names time, knowledge, model and code book', () => {
    expect(basisFlags(basis)).toBe(
      '--valid-at 2025-04-24T00:00:00.000Z --at-sequence 128 --model decayed-mean --model-version 1 --codebook 1',
    );
  });

  it('names the lens in kebab case, lists with commas, what a shell would read in quotes', () => {
    const lens = { kinds: ['action', 'threat'] as const, mandated: true, excludeRecorders: ["anna o'neil"] };
    expect(basisFlags({ ...basis, validAt: null, lens })).toContain(
      "--codebook 1 --kinds action,threat --mandated --exclude-recorders 'anna o'\\''neil'",
    );
  });
});
