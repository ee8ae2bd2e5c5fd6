import fc from 'fast-check';
import { jest } from '@jest/globals';
import { breakdownKeys } from '../../src/application/asking/analysis-views.js';
import { portsInMemory } from '../support/test-node.js';
import { expectBreakdown, expectInfluence, expectSensitivity, type Asking } from './analysis-laws.js';
import { expectDifference } from './difference-laws.js';
import { expectDependents } from './dependent-laws.js';
import { expectRevisions } from './revision-laws.js';
import { longHistory, wideQuestions } from './history.js';
import { at, tell } from './told.js';

jest.setTimeout(120_000);
const runs = { numRuns: 25 };

describe('what a stance rests on', () => {
  it('is, part by part, what the oracle makes of the same question with one thing otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(longHistory, wideQuestions, async (steps, asked) => {
        const told = await tell(portsInMemory, steps);
        for (const q of asked.slice(0, 2)) {
          const asking: Asking = { ...told, q, sequence: at(q, told.head) };
          await expectInfluence(asking);
          for (const by of breakdownKeys) await expectBreakdown(asking, by);
          await expectSensitivity(asking);
          await expectRevisions(asking);
          await expectDifference(asking, asked[1] ?? q);
          await expectDependents(asking);
        }
        await told.node.close();
      }),
      runs,
    );
  });
});
