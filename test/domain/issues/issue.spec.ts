import type { IssueContent } from '../../../src/domain/issues/issue-content.js';
import { evolveIssue, frameIssue, isOnAxis, type Issue, reframeIssue } from '../../../src/domain/issues/issue.js';
import type { IssueEvent } from '../../../src/domain/shared/domain-event.js';
import { issueContent } from '../../support/contents.js';
import { refusalOf } from '../acts/act-story.js';

const given = (...events: readonly IssueEvent[]): Issue => events.reduce<Issue | null>(evolveIssue, null)!;
const framing = (changes: Partial<IssueContent>) => refusalOf(() => frameIssue({ ...issueContent, ...changes }));
const bands = (...ends: readonly (readonly [string, number, number])[]) => ({
  bands: ends.map(([label, from, to]) => ({ label, from, to })),
});
const revised = (changes: Partial<IssueContent>) => ({
  reason: 'Wider.',
  cause: null,
  content: { ...issueContent, ...changes },
});

describe('framing an issue', () => {
  it('keeps its content, at revision 0', () => {
    expect(given(frameIssue(issueContent))).toEqual({ content: issueContent, revision: 0 });
  });

  it.each([
    ['one band', bands(['all', -1, 1])],
    ['bands that meet at −0', bands(['a', -1, -0], ['b', 0, 1])],
    ['a very narrow band', bands(['a', -1, 1 - 1e-15], ['b', 1 - 1e-15, 1])],
  ])('accepts %s', (_, changes) => {
    expect(framing(changes)).toEqual(['accepted']);
  });

  it.each([
    ['no band at all', bands(), '/bands'],
    ['a start above −1', bands(['a', -0.9, 1]), '/bands/0/from'],
    ['a start below −1', bands(['a', -2, 1]), '/bands/0/from'],
    ['an end below 1', bands(['a', -1, 0.9]), '/bands'],
    ['an end above 1', bands(['a', -1, 1.1]), '/bands'],
    ['a gap', bands(['a', -1, 0], ['b', 0.1, 1]), '/bands/1/from'],
    ['an overlap', bands(['a', -1, 0.1], ['b', 0, 1]), '/bands/1/from'],
    ['another order', bands(['b', 0, 1], ['a', -1, 0]), '/bands/0/from'],
    ['an empty band', bands(['a', -1, 0], ['b', 0, 0], ['c', 0, 1]), '/bands/1/to'],
    ['a band that runs back', bands(['a', -1, 2], ['b', 2, 1]), '/bands/1/to'],
    ['a name twice', bands(['a', -1, 0], ['a', 0, 1]), '/bands/1/label'],
    ['no number', bands(['a', -1, NaN]), '/bands'],
  ])('refuses bands with %s', (_, changes, pointer) => {
    expect(framing(changes)).toEqual(['invalid', pointer]);
  });

  it.each([-1, 0, 1])('accepts an anchor at %s', (value) => {
    expect(framing({ anchors: [{ value, example: 'e' }] })).toEqual(['accepted']);
  });

  it.each([-1.1, 1.0001, NaN])('refuses an anchor at %s', (value) => {
    const anchors = [
      { value: 0, example: 'e' },
      { value, example: 'e' },
    ];
    expect(framing({ anchors })).toEqual(['invalid', '/anchors/1/value']);
  });

  it.each([1, 7.25, 36500])('accepts a half-life of %s days', (halfLifeDays) => {
    expect(framing({ halfLifeDays })).toEqual(['accepted']);
  });

  it.each([0, 0.99, 36500.01, -90, NaN, Infinity])('refuses a half-life of %s days', (halfLifeDays) => {
    expect(framing({ halfLifeDays })).toEqual(['invalid', '/halfLifeDays']);
  });
});

describe('reframing an issue', () => {
  const framed = frameIssue(issueContent);

  it('replaces title, question, bands, anchors and half-life, and says why', () => {
    const changes = {
      title: 'T',
      question: 'Q?',
      ...bands(['all', -1, 1]),
      anchors: [{ value: 1, example: 'e' }],
      halfLifeDays: 30,
    };
    const event = reframeIssue(given(framed), revised(changes));
    expect(event).toEqual({ type: 'IssueReframed', data: revised(changes) });
    expect(given(framed, event)).toEqual({ content: { ...issueContent, ...changes }, revision: 1 });
  });

  it.each([
    { negative: 'force', positive: 'concessions' },
    { negative: 'pressure', positive: 'Concessions' },
    { negative: 'concessions', positive: 'pressure' },
  ])('never changes what −1 and +1 mean: %j', (axis) => {
    expect(refusalOf(() => reframeIssue(given(framed), revised({ axis })))).toEqual(['axis-fixed', '/axis']);
  });

  it.each([
    [null, 'older'],
    ['older', null],
    ['older', 'oldest'],
  ])('never changes which issue it replaces: %s to %s', (before, replaces) => {
    const issue = given(frameIssue({ ...issueContent, replaces: before }));
    expect(refusalOf(() => reframeIssue(issue, revised({ replaces })))).toEqual(['invalid', '/replaces']);
  });

  it('checks the new framing like a first one', () => {
    const wrong = revised({ halfLifeDays: 0 });
    expect(refusalOf(() => reframeIssue(given(framed), wrong))).toEqual(['invalid', '/halfLifeDays']);
  });
});

describe('a value', () => {
  it.each([-1, -0, 0, 0.5, 1])('%s lies on an axis', (value) => {
    expect(isOnAxis(value)).toBe(true);
  });

  it.each([-1.0000001, 1.0000001, NaN, Infinity])('%s does not', (value) => {
    expect(isOnAxis(value)).toBe(false);
  });
});
