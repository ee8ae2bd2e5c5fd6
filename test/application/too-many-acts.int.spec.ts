import { GetInfluence } from '../../src/application/asking/get-influence.js';
import { GetRevisions } from '../../src/application/asking/get-revisions.js';
import type { RevisionsView } from '../../src/application/asking/analysis-views.js';
import { Refusal } from '../../src/domain/shared/refusal.js';
import { portsInMemory } from '../support/test-node.js';
import { issue } from './catalogue-steps.js';
import { basisOf } from './driver.js';
import { type Coding, day, noLens, type Step } from './history.js';
import { tell, type Told } from './told.js';

const january = Date.UTC(2025, 0, 1);
const cell = { party: 'party-0', issue };
const question = { party: 0, validAt: january + 30 * day, known: 1, model: 'mean', lens: noLens } as const;

/** One of a speaker, the others of none, so that all have another value. */
const record = (act: number): Step => {
  const start = january + act * day;
  const coding: Coding = {
    ...{ kind: 'statement', mode: 'material', party: 0, speaker: act === 0 ? 0 : null, until: null, value: act / 4 },
    occurred: { raw: new Date(start).toISOString().slice(0, 10), start, end: start + day },
    ...{ attribution: 'official', certainty: 1, sources: [0] },
  };
  return { do: 'record', recorder: 'alice', act, coding };
};

/** The number that a refusal names for this parameter. */
function named(detail: string, parameter: string): number {
  return Number(new RegExp(`\`${parameter}=(\\d+)\``).exec(detail)?.[1]);
}

describe('a stance that more acts make than one answer tells of', () => {
  let told: Told;
  beforeAll(async () => {
    told = await tell(portsInMemory, [0, 1, 2, 3, 4].map(record));
  });
  afterAll(() => told.node.close());

  it('is refused the influence of each, with how to choose fewer', async () => {
    const basis = basisOf(question, told.head);
    await expect(told.node.ask(new GetInfluence(cell, basis, 4))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/^5 acts contribute .* at most 4\. .*`excludeActs`.*`speakers` or another lens/),
      facts: { actsMax: 4, acts: 5 },
    });
    expect((await told.node.ask(new GetInfluence(cell, basis, 5))).acts).toHaveLength(5);
    const fewer = { ...basis, lens: { speakers: ['speaker-0'] } };
    expect((await told.node.ask(new GetInfluence(cell, fewer, 4))).acts).toHaveLength(1);
  });

  const revisions = async (after: number, until: number, limits: object): Promise<RevisionsView['revisions']> => {
    const query = new GetRevisions(cell, after, basisOf(question, until));
    return (await told.node.ask(Object.assign(query, { limits: { ...query.limits, ...limits } }))).revisions;
  };

  it.each([[{ revisionsMax: 4 }], [{ rowsMax: 24 }]])(
    'is refused its revisions beyond %j, and told in which two parts to ask for all of them',
    async (limits) => {
      const all = await revisions(0, told.head, {});
      expect(all).toHaveLength(5);
      const refused: unknown = await revisions(0, told.head, limits).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(Refusal);
      // Five acts, and the framing of the issue.
      const { code, message, facts } = refused as Refusal;
      expect({ code, facts }).toMatchObject({ code: 'too-large', facts: { events: 6 } });
      const first = await revisions(0, named(message, 'atSequence'), limits);
      const second = await revisions(named(message, 'afterSequence'), told.head, limits);
      expect([first.length > 0, second.length > 0]).toEqual([true, true]);
      expect([...first, ...second]).toEqual(all);
    },
  );
});
