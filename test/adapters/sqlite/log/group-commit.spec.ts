import { GroupCommit } from '../../../../src/adapters/sqlite/log/group-commit.js';
import { WrongRevision, type Append, type Appended } from '../../../../src/ports/event-log.js';
import { newAppend } from '../../../contracts/new-append.js';

const appended: Appended = { revision: 0, repeated: false };

function appends(count: number): readonly Append[] {
  return Array.from({ length: count }, () => newAppend());
}

/** A queue that notes what it committed together. */
function notingCommits() {
  const sizes: number[] = [];
  const commits = new GroupCommit(async (batch) => {
    sizes.push(batch.length);
    return batch.map(() => appended);
  });
  return { sizes, commits };
}

describe('appending together', () => {
  it('is one commit for all that come in the same turn', async () => {
    const { sizes, commits } = notingCommits();
    await Promise.all(appends(64).map((append) => commits.add(append)));
    expect(sizes).toEqual([64]);
  });

  it('is one commit for all that come while another is on its way', async () => {
    const { sizes, commits } = notingCommits();
    const first = commits.add(newAppend());
    const others = first.then(() => Promise.all(appends(5).map((append) => commits.add(append))));
    await others;
    expect(sizes).toEqual([1, 5]);
  });

  it('is several commits when there are very many', async () => {
    const { sizes, commits } = notingCommits();
    await Promise.all(appends(1100).map((append) => commits.add(append)));
    expect(sizes).toEqual([512, 512, 76]);
  });

  it('answers each with its own outcome', async () => {
    const refusal = new WrongRevision('act-a', 3);
    const commits = new GroupCommit(async () => [appended, refusal, appended]);
    const outcomes = await Promise.allSettled(appends(3).map((append) => commits.add(append)));
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: appended },
      { status: 'rejected', reason: refusal },
      { status: 'fulfilled', value: appended },
    ]);
  });

  it('answers nobody before the commit', async () => {
    const seen: string[] = [];
    const commits = new GroupCommit(async (batch) => {
      await new Promise(setImmediate);
      seen.push('committed');
      return batch.map(() => appended);
    });
    await Promise.all(appends(2).map((append) => commits.add(append).then(() => seen.push('answered'))));
    expect(seen).toEqual(['committed', 'answered', 'answered']);
  });

  it('fails for all when the commit fails, and goes on with the next', async () => {
    const fault = new Error('no disk');
    let failing = true;
    const commits = new GroupCommit(async (batch) => {
      if (failing) throw fault;
      return batch.map(() => appended);
    });
    const outcomes = await Promise.allSettled(appends(2).map((append) => commits.add(append)));
    expect(outcomes).toEqual([1, 2].map(() => ({ status: 'rejected', reason: fault })));
    failing = false;
    expect(await commits.add(newAppend())).toEqual(appended);
  });

  it('is idle when everything is answered', async () => {
    const { commits } = notingCommits();
    let answered = 0;
    appends(600).forEach((append) => void commits.add(append).then(() => (answered += 1)));
    await commits.idle();
    expect(answered).toBe(600);
    await expect(commits.idle()).resolves.toBeUndefined();
  });
});
