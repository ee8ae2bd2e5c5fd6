import type { StanceTold } from '../../src/domain/sentences/stance-sentence.js';
import { AnswersOfDomain } from './answers-of-domain.js';
import { goldenAnswers, goldenEvents } from './answers-read.js';

const stances = goldenAnswers().answers.filter(({ path }) =>
  /^\/v1\/stances\/[^/]+\/[^/?]+\?.*validAt=.*atSequence=/.test(path),
);

/** It needs no SQLite, so that it runs wherever Node does: on every version the domain gives the same bits. */
describe('the stances of the golden history', () => {
  const domain = new AnswersOfDomain(goldenEvents());

  it('are what the domain alone makes of its events, to the last bit', () => {
    expect(stances.length).toBeGreaterThan(120);
    for (const { path, text } of stances) {
      const { basis, ...answer } = JSON.parse(text) as { readonly basis: StanceTold['basis'] };
      expect({ path, ...domain.stance(path, basis) }).toEqual({ path, ...answer });
    }
  });
});
