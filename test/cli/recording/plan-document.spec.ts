import { Declarations } from '../../../src/cli/recording/declarations.js';
import { planDocument } from '../../../src/cli/recording/plan-document.js';
import { documentOf } from '../support/document.js';
import { act, actsOf, details, planned, source, writes } from '../support/planning.js';

describe('an act of a document', () => {
  it('has an id that never changes: what is recorded today is recognised in years', async () => {
    const [one] = writes(await actsOf('key: open, party: aland'));
    expect(one).toMatchObject({
      name: 'herald#open',
      id: '847db0d4-2517-5c8f-9acd-3b0ca7f15fd9',
      command: '767fa4d7-20dd-57f8-abd6-d35e9cc7d768',
    });
  });

  it('is sent without its key, citing the document’s source', async () => {
    const [one] = writes(await actsOf('key: open, party: aland'));
    expect(one?.body).toEqual({
      ...{ id: one?.id, kind: 'statement', party: 'aland', occurred: '2025-01-01', summary: 'S' },
      ...{ attribution: 'official', citations: [{ source: 'herald', exact: 'said' }] },
    });
  });

  it('has another command, but no other id, once it is edited', async () => {
    const [before] = writes(await actsOf('key: open, party: aland'));
    const [after] = writes(await actsOf('key: open, party: bland'));
    expect(after?.id).toBe(before?.id);
    expect(after?.command).not.toBe(before?.command);
  });

  it('without a key is told apart by kind, party, time and first quote', async () => {
    const [one, other] = writes(await actsOf('party: aland', 'party: bland'));
    expect(one?.id).not.toBe(other?.id);
    expect(writes(await actsOf('party: aland'))[0]?.id).toBe(one?.id);
  });

  it('is refused where another has its name', async () => {
    const acts = await actsOf('key: open, party: aland', 'key: open, party: bland');
    expect(details(acts)).toEqual([
      'fits',
      'There is another act `herald#open` at file.yaml:2; give each a `key` of its own.',
    ]);
  });

  it('of several parties is one act each, with what they share', async () => {
    const both = writes(await actsOf('key: open, parties: [aland, bland]'));
    expect(both.map(({ name, body }) => [name, body['party'], body['parties']])).toEqual([
      ['herald#open/aland', 'aland', undefined],
      ['herald#open/bland', 'bland', undefined],
    ]);
    expect(both[0]?.body['joint']).toBe(both[1]?.body['joint']);
    expect(both[0]?.id).not.toBe(both[1]?.id);
  });

  it.each([
    ['', 'An act has `party` or `parties`.'],
    ['party: a, parties: [b]', 'An act has `party` or `parties`.'],
    ['parties: []', 'Somebody did it: name the parties.'],
    ['parties: [a, a]', 'A party is named twice.'],
    ['party: a, sumary: x', 'There is no key `sumary` here. Did you mean `summary`?'],
    ['party: a, until: 2025-02-30', expect.stringContaining('RFC 3339')],
    ['party: 5', 'This should be text. Put it in quotes: "5".'],
    ['party: a, mode: diplomatik', expect.stringContaining('Did you mean `diplomatic`?')],
  ])('with {%s} is refused', async (fields, detail) => {
    const acts = await actsOf(...(fields === '' ? ['key: x'] : [fields]));
    expect(details(acts)).toContainEqual(detail);
  });
});

describe('a source', () => {
  it('without an id has one from its URL, title and time', async () => {
    const plan = await planned(`source: ${source.replace('id: herald, ', '')}`);
    expect(plan.source).toMatchObject({ thing: 'source', id: 'cd266cce-0237-5340-a258-7fe9fde03a9f' });
  });

  it('may be one that was captured before', async () => {
    const plan = await planned(`source: herald\nacts: [{key: x, party: a, ${act}}]`);
    expect(plan.source).toBeNull();
    expect(writes(plan.acts)[0]?.body['citations']).toEqual([{ source: 'herald', exact: 'said' }]);
  });

  it.each([
    [source.replace('text: said so', 'texts: x'), 'There is no key `texts` here. Did you mean `text`?'],
    [source.replace(', text: said so', ''), 'A source has either `text` or `textFile`.'],
    [source.replace('text: said so', 'textFile: nowhere.txt'), expect.stringContaining('cannot be read')],
  ])('%s is refused', async (written, detail) => {
    const plan = await planned(`source: ${written}`);
    expect(details(plan.source ? [plan.source] : [])).toContainEqual(detail);
  });
});

describe('citations', () => {
  it('must name their source where the document has none', async () => {
    const { acts } = await planned(`acts: [{key: x, party: a, ${act}}]`);
    expect(details(acts)).toEqual(['Which source? The document has none; write `source:`.']);
  });
});

describe('a document', () => {
  it.each([
    ['act: []', 'There is no key `act` here. Did you mean `acts`?'],
    ['acts: {}', 'This should be a list.'],
    ['- acts', 'This should be a mapping of keys to values.'],
  ])('that says %s is refused as a whole', async (text, detail) => {
    const plan = await planDocument(documentOf(text), new Declarations());
    expect('problem' in plan && plan.problem.detail).toBe(detail);
  });

  it('is done in the order parties, speakers, issues', async () => {
    const { entries } = await planned('issues: [1]\nparties: [2]\nspeakers: [3]');
    expect(entries.map(({ thing }) => thing)).toEqual(['party', 'speaker', 'issue']);
  });
});
