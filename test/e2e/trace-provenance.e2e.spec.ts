import {
  basisAt,
  changedServer,
  eraseLeak,
  named,
  provenanceOf,
  saying,
  withdrawal,
} from '../support/http/exported-trace.js';
import type { ProvDocument } from '../support/http/prov-json.js';
import type { TestServer } from '../support/http/test-server.js';
import { cell, march, may } from '../support/http/traced-server.js';

const version = (act: string, sequence: number): string => `log:/v1/acts/${act}?atSequence=${sequence}`;
const event = (sequence: number): string => `log:/v1/log/events/${sequence}`;

describe('a trace as PROV-JSON', () => {
  let server: TestServer;
  let early: ProvDocument;
  let late: ProvDocument;
  let erased: ProvDocument;
  beforeAll(async () => {
    server = await changedServer();
    early = await provenanceOf(server, basisAt(9));
    late = await provenanceOf(server, basisAt(14));
    await eraseLeak(server);
    erased = await provenanceOf(server, basisAt(9));
  });
  afterAll(() => server.stop());

  it('derives the stance from each act in force by its share, through a projection on the basis', () => {
    const [stance, projection] = [`log:/v1/stances/${cell}?${basisAt(9)}`, `log:/v1/trace/${cell}?${basisAt(9)}`];
    expect(saying(early.wasGeneratedBy, { 'prov:entity': stance })).toEqual([
      { 'prov:entity': stance, 'prov:activity': projection },
    ]);
    expect(saying(early.wasDerivedFrom, { 'prov:generatedEntity': stance, 'prov:activity': projection })).toMatchObject(
      [
        { 'prov:usedEntity': version(march, 8), 'demarche:weight': { $: '0.9', type: 'xsd:double' } },
        {
          'prov:usedEntity': version(may, 9),
          'demarche:factorCertainty': { $: '0.5' },
          'demarche:value': { $: '0.8' },
        },
      ],
    );
    expect(early.activity[projection]).toMatchObject({
      'demarche:validAt': { $: '2025-05-11T00:00:00.000Z', type: 'xsd:dateTime' },
      ...{ 'demarche:atSequence': 9, 'demarche:codebook': 1, 'demarche:lens': '{}' },
    });
    const used = saying(early.used, { 'prov:activity': projection }).map((each) => each['prov:entity']);
    expect(used).toEqual(['log:/v1/issues/approach-to-moscow?atSequence=5', version(march, 8), version(may, 9)]);
  });

  it('says who recorded what, in which event', () => {
    const act = version(may, 9);
    expect(saying(early.wasGeneratedBy, { 'prov:entity': act })).toMatchObject([{ 'prov:activity': event(9) }]);
    expect(saying(early.wasAttributedTo, { 'prov:entity': act })).toMatchObject([
      { 'prov:agent': 'log:/recorders/bob' },
    ]);
    expect(saying(early.wasAssociatedWith, { 'prov:activity': event(9) })).toMatchObject([
      { 'prov:agent': 'log:/recorders/bob' },
    ]);
    expect(early.agent['log:/recorders/bob']).toMatchObject({ 'prov:label': 'bob', 'demarche:assurance': 'asserted' });
    expect(early.activity[event(9)]).toMatchObject({
      ...{ 'prov:type': named('demarche:ProposalTabled'), 'prov:startTime': '2025-06-01T12:00:00.000Z' },
      'demarche:command': 'key-1',
    });
  });

  it('says whose act it was, and in which role somebody spoke', () => {
    expect(saying(late.wasAttributedTo, { 'prov:entity': `log:/v1/acts/${march}` })).toMatchObject([
      { 'prov:agent': 'log:/v1/parties/united-states' },
      { 'prov:agent': 'log:/v1/speakers/marco-rubio', 'demarche:role': 'Secretary of State' },
    ]);
    expect(Object.values(late.actedOnBehalfOf!)).toEqual([
      { 'prov:delegate': 'log:/v1/speakers/marco-rubio', 'prov:responsible': 'log:/v1/parties/united-states' },
    ]);
    expect(early.actedOnBehalfOf).toBeUndefined();
  });

  it('tells of a corrected act as a revision, and derives the stance from that', () => {
    const revisions = saying(late.wasDerivedFrom, { 'prov:generatedEntity': version(march, 10) });
    expect(revisions).toContainEqual({
      ...{ 'prov:generatedEntity': version(march, 10), 'prov:usedEntity': version(march, 8) },
      ...{ 'prov:activity': event(10), 'prov:type': named('prov:Revision') },
    });
    expect(saying(late.specializationOf, { 'prov:generalEntity': `log:/v1/acts/${may}` })).toHaveLength(3);
    expect(late.activity[event(10)]).toMatchObject({ 'demarche:reason': 'It was misread.' });
    const counted = saying(late.wasDerivedFrom, {}).filter((each) => 'demarche:share' in each);
    expect(counted.map((each) => each['prov:usedEntity'])).toEqual([version(march, 10), version(may, 14)]);
  });

  it('derives an act from its quotes, and these from the texts', () => {
    const quote = `${version(may, 9)}#/citations/0`;
    expect(early.entity[quote]).toMatchObject({
      ...{ 'prov:value': 'recognise Crimea', 'demarche:passage': 'present', 'demarche:matches': true },
      ...{ 'demarche:start': 12, 'demarche:end': 28, 'demarche:counts': true },
    });
    expect(saying(early.wasDerivedFrom, { 'prov:generatedEntity': quote })).toEqual([
      {
        ...{ 'prov:generatedEntity': quote, 'prov:usedEntity': 'log:/v1/sources/leak/text' },
        'prov:type': named('prov:Quotation'),
      },
    ]);
    expect(saying(early.wasDerivedFrom, { 'prov:usedEntity': quote })).toMatchObject([
      { 'prov:generatedEntity': version(may, 9) },
    ]);
    expect(late.entity[quote]).toMatchObject({ 'demarche:counts': false });
  });

  it('says by which withdrawal the stance was influenced', () => {
    expect(Object.values(late.wasInfluencedBy!)).toMatchObject([
      {
        ...{ 'prov:influencer': `log:/v1/acts/${withdrawal}`, 'demarche:withdraws': named(`log:/v1/acts/${march}`) },
        ...{ 'demarche:certainty': { $: '0.25' }, 'demarche:standing': { $: '1' } },
      },
    ]);
    expect(early.wasInfluencedBy).toBeUndefined();
  });

  it('says that a source was invalidated by its retraction, by whom and why', () => {
    expect(early.wasInvalidatedBy).toBeUndefined();
    expect(Object.values(late.wasInvalidatedBy!)).toMatchObject([
      { 'prov:entity': 'log:/v1/sources/leak', 'prov:activity': event(13), 'demarche:cause': 'disputed' },
    ]);
    expect(saying(late.wasAssociatedWith, { 'prov:activity': event(13) })).toMatchObject([
      { 'prov:agent': 'log:/recorders/dora' },
    ]);
  });

  it('says that a text was invalidated by its erasure, on every basis, and keeps the quote', () => {
    const text = 'log:/v1/sources/leak/text';
    expect(Object.values(erased.wasInvalidatedBy!)).toMatchObject([
      { 'prov:entity': text, 'prov:activity': event(15), 'demarche:cause': 'legal' },
    ]);
    expect(saying(erased.wasAssociatedWith, { 'prov:activity': event(15) })).toMatchObject([
      { 'prov:agent': 'log:/recorders/eve' },
    ]);
    expect([early.entity[text]?.['demarche:state'], erased.entity[text]?.['demarche:state']]).toEqual([
      undefined,
      'erased',
    ]);
    expect(erased.entity[`${version(may, 9)}#/citations/0`]).toMatchObject({
      ...{ 'prov:value': 'recognise Crimea', 'demarche:passage': 'erased', 'demarche:start': 12, 'demarche:end': 28 },
    });
  });
});
