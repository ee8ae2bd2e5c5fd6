import { type ReplayAsked, OpenReplay } from '../../src/application/replaying/open-replay.js';
import type { LensAsked } from '../../src/application/asking/basis.js';
import { CaptureSource } from '../../src/application/recording/capture-source.js';
import { CorroborateAct } from '../../src/application/recording/corroborate-act.js';
import { FrameIssue } from '../../src/application/recording/frame-issue.js';
import { RecordAct } from '../../src/application/recording/record-act.js';
import { RegisterParty } from '../../src/application/recording/register-party.js';
import { citation, claim, envelope, issueContent, partyContent, sourceContent } from '../support/contents.js';
import { defaultBasis } from '../support/default-basis.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory, TestNode } from '../support/test-node.js';

const id = (act: number): string => `00000000-0000-4000-8000-${String(act).padStart(12, '0')}`;
const [said, withdrawn] = [id(1), id(2)];
const quoting = (source: string) => [{ ...citation, source }];

interface Heard {
  readonly at: string;
  readonly act: string | null;
  readonly score: number | null;
}

/** What a replay of everything by publication tells, up to the summer of 2025. */
async function heard(node: TestNode, lens: LensAsked, limit = 1): Promise<readonly Heard[]> {
  const basis = { ...defaultBasis, validAt: '2025-06-01', model: 'mean', lens } as const;
  const cells = { parties: null, issues: null };
  const asked: ReplayAsked = { by: 'published', cells, basis, period: { from: null, to: null }, after: null };
  const { replay, begin } = await node.ask(new OpenReplay(asked));
  const events: Heard[] = [];
  let place = begin;
  for (let page = await replay.page(place, limit); page.length > 0; page = await replay.page(place, limit)) {
    events.push(...page.map(({ event: { clock, act, after } }) => ({ at: clock, act, score: after.score })));
    place = page.at(-1)!.place;
  }
  return events;
}

describe('what is published later than it was said', () => {
  let node: TestNode;
  beforeAll(async () => {
    node = await TestNode.on(await portsInMemory(new TestClock(Date.UTC(2025, 5))));
    for (const party of ['china', 'united-states'])
      await node.send(new RegisterParty(party, partyContent, envelope(party)));
    for (const issue of ['another', 'approach']) await node.send(new FrameIssue(issue, issueContent, envelope(issue)));
    for (const [source, published] of Object.entries({ january: '2025-01-31', march: '2025-03-01', may: '2025-05' })) {
      const text = `${source}: it will move on.`;
      await node.send(new CaptureSource(source, { ...sourceContent, published }, text, envelope(source)));
    }
    const first = claim({ occurred: '2025-01-05', citations: quoting('january') });
    await node.send(new RecordAct(said, first, envelope('said'), 'tell'));
    const second = { kind: 'withdrawal', occurred: '2025-01-10', leanings: [], inResponseTo: said } as const;
    const withdrawal = claim({ ...second, citations: quoting('march') });
    await node.send(new RecordAct(withdrawn, withdrawal, envelope('withdrawn'), 'tell'));
    await node.send(new CorroborateAct(said, quoting('may'), envelope('again')));
  });
  afterAll(() => node.close());

  it('is heard when it is published, a withdrawal of it too, though that leans on nothing itself', async () => {
    const events = [
      { at: '2025-02-01T00:00:00.000Z', act: said, score: -0.5 },
      { at: '2025-03-02T00:00:00.000Z', act: said, score: null },
      { at: '2025-03-02T00:00:00.000Z', act: withdrawn, score: null },
    ];
    expect(await heard(node, {})).toEqual(events);
    expect(await heard(node, {}, 100)).toEqual(events);
    expect(await heard(node, { recorders: ['alice'] })).toEqual(events);
  });

  it('is heard from another source where the first does not count, and again where that one counts too', async () => {
    expect(await heard(node, { excludeSources: ['january', 'march'] })).toEqual([
      { at: '2025-06-01T00:00:00.000Z', act: said, score: -0.5 },
    ]);
    expect(await heard(node, { excludeActs: [withdrawn] })).toEqual([
      { at: '2025-02-01T00:00:00.000Z', act: said, score: -0.5 },
      { at: '2025-06-01T00:00:00.000Z', act: said, score: -0.5 },
    ]);
  });

  it('is never heard where no source counts', async () => {
    expect(await heard(node, { excludeSources: ['january', 'march', 'may'] })).toEqual([]);
    expect(await heard(node, { recorders: ['bob'] })).toEqual([]);
  });
});
