import { act } from '../support/http/bodies.js';
import { annotationsOf, basisAt, changedServer, eraseLeak, linked, pathOf } from '../support/http/exported-trace.js';
import type { TestServer } from '../support/http/test-server.js';
import { cell, leak, may } from '../support/http/traced-server.js';
import type { AnnotationCollection } from '../support/http/web-annotation.js';

describe('a trace as Web Annotations', () => {
  let server: TestServer;
  let early: AnnotationCollection;
  let late: AnnotationCollection;
  beforeAll(async () => {
    server = await changedServer();
    early = await annotationsOf(server, basisAt(9));
    late = await annotationsOf(server, basisAt(14));
  });
  afterAll(() => server.stop());

  it('finds each quote by its words and by code points, and says which act it is evidence of', () => {
    expect([early.total, early.label]).toEqual([2, expect.stringContaining('those of 2 of 2 contributing acts')]);
    const { target, body, creator, id } = early.first.items[1]!;
    expect(target.selector).toEqual([
      {
        ...{ type: 'TextQuoteSelector', exact: 'recognise Crimea' },
        ...{ prefix: '🕊️ It would ', suffix: ', officials said.' },
      },
      { type: 'TextPositionSelector', start: 12, end: 28 },
    ]);
    expect(Array.from(leak).slice(12, 28).join('')).toBe('recognise Crimea');
    expect(target.source).toMatchObject({ type: 'Text', format: 'text/plain', language: 'en' });
    expect([pathOf(id), pathOf(target.source.id)]).toEqual([`/v1/acts/${may}?atSequence=9`, '/v1/sources/leak/text']);
    expect(body).toMatchObject([
      { purpose: 'classifying', 'demarche:kind': 'proposal' },
      { purpose: 'describing', value: act['summary'] },
    ]);
    expect(creator.name).toBe('bob');
  });

  it('gives 32 code points around a quote, where nothing was recorded beside it', () => {
    const { prefix, suffix } = early.first.items[0]!.target.selector[0];
    expect([prefix, suffix]).toEqual([
      'tary of State Marco Rubio said on Friday: “'.slice(-32),
      ' for weeks. We need to determine',
    ]);
  });

  it('keeps the id of a quote, and who brought it, when its act is corrected', () => {
    const [before, after] = [early.first.items[1]!, late.first.items[1]!];
    expect(after).toMatchObject({ id: before.id, creator: { name: 'bob' }, created: before.created });
    expect([before.body[1], after.body[1]]).toMatchObject([{ value: act['summary'] }, { value: 'In other words.' }]);
  });

  it('gives a translation, and what was recorded beside the quote', () => {
    const { target, body } = late.first.items[2]!;
    expect(target.selector[0]).toEqual({
      ...{ type: 'TextQuoteSelector', exact: 'move on', prefix: 'would ', suffix: '.' },
    });
    expect(body[2]).toMatchObject({ value: 'weiterziehen', language: 'de', 'demarche:translatedBy': 'machine' });
  });

  it('tells also of quotes that do not count, and why', () => {
    expect(late.first.items.map((each) => each['demarche:counts'])).toEqual([true, false, true]);
    expect(late.first.items[1]!.target.source['demarche:retraction']).toMatchObject({
      ...{ 'demarche:cause': 'disputed', 'demarche:recorder': { name: 'dora' } },
    });
    expect(early.first.items[1]!.target.source).not.toHaveProperty('demarche:retraction');
  });

  it('leaves no surrounding words of a text that was erased, and says so', async () => {
    await eraseLeak(server);
    const answer = await server.get(`/v1/trace/${cell}?${basisAt(9)}`, { accept: linked });
    expect(answer.text).not.toContain('officials said');
    const { target, ...rest } = (JSON.parse(answer.text) as AnnotationCollection).first.items[1]!;
    expect(target.selector).toEqual([
      { type: 'TextQuoteSelector', exact: 'recognise Crimea' },
      { type: 'TextPositionSelector', start: 12, end: 28 },
    ]);
    expect([rest['demarche:passage'], target.source['demarche:erasure']]).toMatchObject([
      'erased',
      { 'demarche:reason': 'It was misread.', 'demarche:cause': 'legal', 'demarche:recorder': { name: 'eve' } },
    ]);
  });
});
