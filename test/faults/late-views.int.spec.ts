import { CaptureSource } from '../../src/application/recording/capture-source.js';
import { CorrectAct } from '../../src/application/recording/correct-act.js';
import { FrameIssue } from '../../src/application/recording/frame-issue.js';
import { RecordAct } from '../../src/application/recording/record-act.js';
import { RegisterParty } from '../../src/application/recording/register-party.js';
import { openViews } from '../../src/adapters/sqlite/views/open-views.js';
import { claim, envelope, issueContent, partyContent, sourceContent } from '../support/contents.js';
import { FaultyLog } from '../support/faults/faulty-log.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory, TestNode } from '../support/test-node.js';

const [first, second] = ['4e2d5a9e-3a1c-4f0e-9c57-000000000001', '4e2d5a9e-3a1c-4f0e-9c57-000000000002'];

describe('correcting an act that another node recorded just now', () => {
  let nodes: readonly [TestNode, TestNode];

  beforeEach(async () => {
    const ports = await portsInMemory(new TestClock(Date.UTC(2025, 5, 1)));
    const log = new FaultyLog(ports.log);
    nodes = [await TestNode.on(ports), await TestNode.on({ ...ports, log, views: openViews(null) })];
    log.pauseBeforeRead = 200;
    const [writer] = nodes;
    await writer.send(new RegisterParty('united-states', partyContent, envelope('c1')));
    await writer.send(new FrameIssue('approach', issueContent, envelope('c2')));
    await writer.send(new CaptureSource('s1', sourceContent, 'He said “move on” twice.', envelope('c3')));
    await writer.send(new RecordAct(first, claim({}), envelope('c4'), 'tell'));
    await writer.send(new RecordAct(second, claim({ summary: 'Another.' }), envelope('c5'), 'tell'));
  });
  afterEach(() => Promise.all(nodes.map((node) => node.close())));

  const answer = (own: string, inResponseTo: string): CorrectAct => {
    const correction = { claim: claim({ inResponseTo }), reason: 'It answers that.', cause: null };
    return new CorrectAct(own, correction, envelope('c6'));
  };

  it('finds the earlier act that it answers, although neither is in the views yet', async () => {
    expect(await nodes[1].send(answer(second, first))).toMatchObject({ revision: 1, sequence: 7 });
  });

  it('still finds no act that was recorded later', async () => {
    await expect(nodes[1].send(answer(first, second))).rejects.toMatchObject({ code: 'response-target-unknown' });
  });
});
