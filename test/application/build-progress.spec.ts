import { BuildProgress } from '../../src/application/projecting/build-progress.js';
import { portsInMemory } from '../support/test-node.js';
import { TestClock } from '../support/test-clock.js';
import { FaultyLog } from '../support/faults/faulty-log.js';

/** A log that says how often it was asked how long it is. */
class JudgedLog extends FaultyLog {
  asked = 0;
  constructor(
    log: ConstructorParameters<typeof FaultyLog>[0],
    private readonly answer: number | null,
  ) {
    super(log);
  }
  override async extent(): Promise<number | null> {
    this.asked += 1;
    return this.answer;
  }
}

describe('the progress of a build', () => {
  async function told(answer: number | null, done: readonly number[]) {
    const { log } = await portsInMemory(new TestClock(0));
    const judged = new JudgedLog(log, answer);
    const said: string[] = [];
    const progress = new BuildProgress(judged, (part, total) => said.push(`${part} of ${total}`));
    for (const each of done) await progress.tell(each);
    return { said, asked: judged.asked };
  }

  it('asks the log once every ten thousand events', async () => {
    expect(await told(25_000, [200, 400, 10_100, 10_200, 10_400])).toEqual({
      said: ['200 of 25000', '400 of 25000', '10100 of 25000', '10200 of 25000', '10400 of 25000'],
      asked: 2,
    });
  });

  it('never says less than what is done', async () => {
    expect((await told(null, [200, 400])).said).toEqual(['200 of 200', '400 of 400']);
    expect((await told(300, [200, 400])).said).toEqual(['200 of 300', '400 of 400']);
  });

  it('asks nothing when nobody wants to know', async () => {
    const { log } = await portsInMemory(new TestClock(0));
    const judged = new JudgedLog(log, 1);
    await new BuildProgress(judged, undefined).tell(1);
    expect(judged.asked).toBe(0);
  });
});
