import { GetDifference } from '../../src/application/asking/get-difference.js';
import { portsInMemory, type TestNode } from '../support/test-node.js';
import { issue } from './catalogue-steps.js';
import { basisOf } from './driver.js';
import { type Coding, day, type LensAsked, noLens, type Step, type When } from './history.js';
import { tell } from './told.js';

const january = Date.UTC(2025, 0, 1);
const occurred: When = { raw: '2025-01-01', start: january, end: january + day };
const coding: Coding = {
  ...{ kind: 'statement', mode: 'material', party: 0, speaker: null, occurred, until: null, value: 0.5 },
  ...{ attribution: 'official', certainty: 1, sources: [1] },
};
const record: Step = { do: 'record', recorder: 'alice', act: 0, coding };
const better = (recorder: 'alice' | 'bob', sources: readonly number[]): Step => {
  return { do: 'correct', recorder, act: 0, coding: { ...coding, sources } };
};
const regrade: Step = { do: 'regrade', recorder: 'alice', source: 1, grade: 'A', published: occurred };

/** Source 0 has the grade A, the others less; the history ends with the node's head. */
async function effects(node: TestNode, lenses: readonly [LensAsked, LensAsked], since: number) {
  const question = { party: 0, validAt: january + 9 * day, known: 1, model: 'decayed-mean' } as const;
  const [from, to] = lenses.map((lens, index) => {
    const basis = basisOf({ ...question, lens }, index === 0 ? since : since + 1);
    return { basis, own: new Set<string>() };
  });
  const { parts } = await node.ask(new GetDifference({ party: 'party-0', issue }, { from: from!, to: to! }, 10));
  return parts.map(({ effect }) => effect);
}

/** What is told of the act between just before the last step and just after it. */
async function effectsOfLast(steps: readonly Step[], lenses = [noLens, noLens] as const): Promise<readonly string[]> {
  const { node, head } = await tell(portsInMemory, steps);
  const found = await effects(node, lenses, head - 1);
  await node.close();
  return found;
}

describe('an act that weighs more than before', () => {
  it('was corrected, where a correction made it cite a better source', async () => {
    expect(await effectsOfLast([record, better('alice', [0])])).toEqual(['corrected']);
  });

  it('was corrected for whom the lens shows the correction, and not for others', async () => {
    const alone = { ...noLens, recorders: ['alice'] };
    expect(await effectsOfLast([record, better('bob', [0])], [alone, noLens])).toEqual(['corrected']);
    expect(await effectsOfLast([record, better('bob', [0])], [noLens, alone])).toEqual([]);
  });

  it('was reweighted, where a better source came to it or its own was regraded', async () => {
    const corroborate: Step = { do: 'corroborate', recorder: 'alice', act: 0, source: 0 };
    expect(await effectsOfLast([record, corroborate])).toEqual(['reweighted']);
    expect(await effectsOfLast([record, regrade])).toEqual(['reweighted']);
    expect(await effectsOfLast([record, better('alice', [1, 2]), regrade])).toEqual(['reweighted']);
  });
});
