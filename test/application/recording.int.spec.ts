import { jest } from '@jest/globals';
import { GetStance } from '../../src/application/asking/get-stance.js';
import { CaptureSource } from '../../src/application/recording/capture-source.js';
import { idFromCommand } from '../../src/application/recording/derived-ids.js';
import { EraseSourceText } from '../../src/application/recording/erase-source-text.js';
import { FrameIssue } from '../../src/application/recording/frame-issue.js';
import { RecordAct } from '../../src/application/recording/record-act.js';
import { RegisterParty } from '../../src/application/recording/register-party.js';
import { defaultBasis } from '../support/default-basis.js';
import { claim, envelope, issueContent, partyContent, sourceContent } from '../support/contents.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory, TestNode } from '../support/test-node.js';

async function recordWhatIsCited(node: TestNode): Promise<void> {
  await node.send(new RegisterParty('united-states', partyContent, envelope('c1')));
  await node.send(new FrameIssue('approach', issueContent, envelope('c2')));
  await node.send(new CaptureSource('s1', sourceContent, 'He said “move on” twice.', envelope('c3')));
}

describe('recording an act', () => {
  it('gives a stance that rests on it', async () => {
    const ports = await portsInMemory(new TestClock(Date.UTC(2025, 5, 1)));
    const node = await TestNode.on(ports);
    await recordWhatIsCited(node);
    const receipt = await node.send(
      new RecordAct('4e2d5a9e-3a1c-4f0e-9c57-000000000001', claim({}), envelope('c4'), 'tell'),
    );
    expect(receipt.sequence).toBe(5);
    const stance = (
      await node.ask(new GetStance({ party: 'united-states', issue: 'approach' }, defaultBasis, 100))
    ).take();
    expect(stance.score).toBe(-0.5);
    expect(stance.contributions).toHaveLength(1);
    await node.close();
  });
});

describe('recording several acts out of one source', () => {
  it('asks for its text once, and not for a stream whose name was made up', async () => {
    const ports = await portsInMemory(new TestClock(Date.UTC(2025, 5, 1)));
    const get = jest.spyOn(ports.texts, 'get');
    const readStream = jest.spyOn(ports.log, 'readStream');
    const node = await TestNode.on(ports);
    await recordWhatIsCited(node);
    readStream.mockClear();
    for (const command of ['c4', 'c5', 'c6']) {
      const made = { ...envelope(command), isNew: true };
      await node.send(new RecordAct(idFromCommand(command), claim({}), made, 'tell'));
    }
    expect(get).toHaveBeenCalledTimes(1);
    expect(readStream).not.toHaveBeenCalled();
    await node.close();
  });

  it('refuses the next one as soon as its text is erased', async () => {
    const ports = await portsInMemory(new TestClock(Date.UTC(2025, 5, 1)));
    const node = await TestNode.on(ports);
    await recordWhatIsCited(node);
    await node.send(new RecordAct(idFromCommand('c4'), claim({}), envelope('c4'), 'tell'));
    await node.send(new EraseSourceText('s1', { reason: 'by order of a court', cause: null }, envelope('c5')));
    const next = node.send(new RecordAct(idFromCommand('c6'), claim({}), envelope('c6'), 'tell'));
    await expect(next).rejects.toMatchObject({ code: 'text-erased' });
    await node.close();
  });
});

describe('recording more than a log takes at once', () => {
  it('is refused, and nothing was written', async () => {
    const ports = await portsInMemory(new TestClock(Date.UTC(2025, 5, 1)));
    const node = await TestNode.on(ports);
    const content = { ...partyContent, aliases: ['a'.repeat(1_000_000)] };
    const recording = node.send(new RegisterParty('united-states', content, envelope('c1')));
    await expect(recording).rejects.toMatchObject({ name: 'Refusal', code: 'too-large' });
    expect(await ports.log.head()).toMatchObject({ sequence: 1 });
    await node.close();
  });
});
