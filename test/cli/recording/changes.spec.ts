import { act, actsOf, details, planned, source, writes } from '../support/planning.js';

describe('a change', () => {
  it('corrects an act with its whole content, citing that act’s source', async () => {
    const correction = `{correct: "herald#open", reason: r, cause: disputed, act: {party: a, ${act}}}`;
    const [one] = writes((await planned(`changes: [${correction}]`)).changes);
    expect(one).toMatchObject({ thing: 'correction', name: 'herald#open', method: 'POST' });
    expect(one?.body).toMatchObject({
      ...{ reason: 'r', cause: 'disputed' },
      act: { party: 'a', citations: [{ source: 'herald', exact: 'said' }] },
    });
  });

  it('of one of joint acts keeps it joint, unless it says otherwise', async () => {
    const joint = writes(await actsOf('key: open, parties: [a, b]'))[0]?.body['joint'];
    const correction = (more: string): string =>
      `{correct: "herald#open/a", reason: r, act: {party: a, ${more} ${act}}}`;
    const [kept, freed] = writes(
      (await planned(`changes: [${correction('')}, ${correction('joint: null,')}]`)).changes,
    );
    expect(kept?.body['act']).toMatchObject({ joint });
    expect(freed?.body['act']).toMatchObject({ joint: null });
  });

  it('corroborates with quotes of the document’s source', async () => {
    const change = '{corroborate: "other#open", citations: [{exact: said}]}';
    const [one] = writes((await planned(`source: ${source}\nchanges: [${change}]`)).changes);
    expect(one?.body).toEqual({ citations: [{ source: 'herald', exact: 'said' }] });
  });

  it.each([
    ['{retractSource: herald, reason: r}', 'POST', '/v1/sources/herald/retractions', { reason: 'r' }],
    ['{reinstateSource: herald, reason: r}', 'POST', '/v1/sources/herald/reinstatements', { reason: 'r' }],
    [
      '{describeParty: a, reason: r, name: A, kind: state}',
      'PUT',
      '/v1/parties/a',
      { reason: 'r', name: 'A', kind: 'state' },
    ],
  ])('%s is sent as it stands', async (change, method, path, body) => {
    const [one] = writes((await planned(`changes: [${change}]`)).changes);
    expect(one).toMatchObject({ method, path, body });
  });

  it.each([
    ['{remove: "a#b", reason: r}', expect.stringContaining('exactly one of correct, corroborate')],
    ['{retract: "a#b", reinstate: "a#b", reason: r}', expect.stringContaining('exactly one of')],
    ['{retract: "a#b"}', '`reason` is missing.'],
    ['{retract: "a#b", reason: r, cause: coding}', expect.stringContaining('one of coding-error')],
    ['{correct: "a#b", reason: r, act: {key: x, party: a, ' + act + '}}', 'There is no key `key` here.'],
  ])('%s is refused', async (change, detail) => {
    const plan = await planned(`changes: [${change}]`);
    expect(details(plan.changes)).toContainEqual(detail);
  });
});
