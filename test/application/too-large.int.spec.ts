import type { Query } from '@nestjs/cqrs';
import { GetAlignment } from '../../src/application/asking/get-alignment.js';
import { GetNearestParties } from '../../src/application/asking/get-nearest-parties.js';
import { GetNetwork } from '../../src/application/asking/get-network.js';
import { GetStanceMatrix } from '../../src/application/asking/get-stance-matrix.js';
import { ListDifferences } from '../../src/application/asking/list-differences.js';
import { FrameIssue } from '../../src/application/recording/frame-issue.js';
import { RegisterParty } from '../../src/application/recording/register-party.js';
import { envelope, issueContent, partyContent } from '../support/contents.js';
import { defaultBasis } from '../support/default-basis.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory, TestNode } from '../support/test-node.js';

const named = (kind: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${kind}-${String(index)}`);
const parties = named('party', 101);
const issues = named('issue', 100);
const all = { parties: null, issues: null };
const side = { basis: defaultBasis, own: new Set<string>() };
const sides = { from: side, to: side };

describe('a question about 101 parties on 100 issues', () => {
  let node: TestNode;
  beforeAll(async () => {
    node = await TestNode.on(await portsInMemory(new TestClock(Date.UTC(2025, 5))));
    for (const id of parties) await node.send(new RegisterParty(id, partyContent, envelope(`register-${id}`)));
    for (const id of issues) await node.send(new FrameIssue(id, issueContent, envelope(`frame-${id}`)));
  });
  afterAll(() => node.close());

  const tooManyCells: readonly (readonly [string, string, () => Query<object>])[] = [
    ['the matrix', '`party` and `issue`', () => new GetStanceMatrix(all, defaultBasis)],
    ['the differences', '`party` and `issue`', () => new ListDifferences(all, 50, sides)],
    ['the alignment', '`parties` and `issue`', () => new GetAlignment(all, defaultBasis)],
    [
      'the nearest parties',
      '`issue`',
      () => new GetNearestParties({ party: 'party-0', issues: null, minIssues: 1 }, defaultBasis),
    ],
    ['the network', '`parties` and `issue`', () => new GetNetwork('two', all, defaultBasis)],
  ];
  it.each(tooManyCells)('is too large for %s, which says how to ask for less', async (_, named, query) => {
    await expect(node.ask(query())).rejects.toMatchObject({
      code: 'too-large',
      message:
        '101 parties × 100 issues are more than 10000 cells; ' +
        `name some of them in ${named}, a page of them at a time.`,
      facts: { cellsMax: 10_000 },
    });
  });

  it('is small enough without one of the parties', async () => {
    const { items } = await node.ask(new GetStanceMatrix({ parties: parties.slice(1), issues: null }, defaultBasis));
    expect(items).toHaveLength(10_000);
  });

  it('is too large for the alignment of each pair on 20 of the issues, but not on 19', async () => {
    const on = (count: number) => new GetAlignment({ parties: null, issues: issues.slice(0, count) }, defaultBasis);
    await expect(node.ask(on(20))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/101000 pairs on issues, more than 100000; name fewer in `parties` or `issue`/),
    });
    expect((await node.ask(on(19))).pairs).toHaveLength(5050);
  });
});
