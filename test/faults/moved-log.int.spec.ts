import { portsInMemory } from '../support/test-node.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { sealing } from '../contracts/sealing.js';
import { answersAt } from '../support/faults/answers.js';
import { configInMemory, LocalNode } from '../support/faults/local-node.js';
import { recordAct, recordActs, recordCatalogue } from '../support/faults/recordings.js';

describe('a node on a log that was moved', () => {
  const detail = 'This log was moved to esdb://server:2113/demarche.; record there.';

  it('answers as before, says that it is degraded, and refuses writes with the place to go to', async () => {
    const ports = await portsInMemory(new SystemClock());
    const node = await LocalNode.start(configInMemory, ports);
    await recordCatalogue(node);
    await recordActs(node, 1, 5);
    const head = 11;
    const before = await answersAt(node, head);
    await ports.log.append(sealing('esdb://server:2113/demarche.'));
    const refused = { status: 503, headers: { 'retry-after': '5' }, json: { code: 'log-away', detail } };
    expect(await recordAct(node, 6)).toMatchObject(refused);
    expect(await recordAct(node, 5)).toMatchObject({ status: 200 });
    expect(await node.readiness()).toMatchObject({ status: 200, json: { status: 'degraded', detail } });
    expect(await answersAt(node, head)).toEqual(before);
    await node.close();
  });
});
