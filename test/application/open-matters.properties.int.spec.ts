import fc from 'fast-check';
import { jest } from '@jest/globals';
import { ListOpenActs } from '../../src/application/asking/list-open-acts.js';
import type { OpenActView } from '../../src/application/asking/views.js';
import { everyActListed } from '../support/every-act-listed.js';
import { portsInMemory, type TestNode } from '../support/test-node.js';
import { actId } from './driver.js';
import { longHistory, questions } from './history.js';
import { oracleOpen } from './oracle.js';
import { tell } from './told.js';

jest.setTimeout(120_000);

/** Page after page of two. */
async function openMatters(node: TestNode, validAt: number, atSequence: number): Promise<readonly OpenActView[]> {
  const knowledge = { atSequence, knownAt: null, minSequence: null };
  const found: OpenActView[] = [];
  let cursor: string | null = null;
  do {
    const listing = { ...everyActListed, knowledge, cursor, limit: 2 };
    const page: { items: readonly OpenActView[]; next: string | null } = await node.ask(
      new ListOpenActs(listing, new Date(validAt).toISOString()),
    );
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

describe('open matters after any history, at any T and K', () => {
  it('are the acts that hold something out and are in force, newest first, with what is left of each', async () => {
    await fc.assert(
      fc.asyncProperty(longHistory, questions, async (steps, asked) => {
        const { node, driver, head } = await tell(portsInMemory, steps);
        const monthly = Array.from({ length: 24 }, (_, month) => ({
          ...asked[0]!,
          validAt: Date.UTC(2024, 2 + month),
        }));
        for (const q of [...asked, ...monthly, ...monthly.map((one) => ({ ...one, known: 1 }))]) {
          const sequence = Math.round(q.known * head);
          const expected = oracleOpen(driver.happened, q, sequence);
          const found = await openMatters(node, q.validAt, sequence);
          expect(found.map(({ id }) => id)).toEqual(expected.map(({ act }) => actId(act)));
          found.forEach(({ standing }, index) => expect(standing).toBeCloseTo(expected[index]!.standing, 12));
        }
        await node.close();
      }),
      { numRuns: 30 },
    );
  });
});
