import { Codec, UnknownEvent, type StoredForm } from '../../../src/domain/shared/codec.js';
import { firstTypeOf } from '../../../src/domain/shared/domain-event.js';
import { entityKinds, logStream } from '../../../src/domain/shared/stream.js';
import { examples } from './events.js';

const codec = new Codec();

function refusalOf(form: StoredForm, reader = codec): unknown {
  try {
    return reader.decode(form);
  } catch (error) {
    return error;
  }
}

/** Everything in these lists is in people's logs: a name may be added, never changed and never taken away. */
describe('what was released once', () => {
  it('are the stored names of types', () => {
    expect(examples.map(({ type }) => type).sort()).toEqual([
      'ActCorrected',
      'ActCorroborated',
      'ActReinstated',
      'ActRetracted',
      'ActWithdrawn',
      'ActionTaken',
      'ClaimDenied',
      'CommitmentMade',
      'ConcessionOffered',
      'DemandMade',
      'IssueFramed',
      'IssueReframed',
      'LogCopied',
      'LogMoved',
      'LogOpened',
      'PartyDescribed',
      'PartyRegistered',
      'ProposalAccepted',
      'ProposalRejected',
      'ProposalTabled',
      'SourceCaptured',
      'SourceDescribed',
      'SourceReinstated',
      'SourceRetracted',
      'SourceTextErased',
      'SpeakerDescribed',
      'SpeakerRegistered',
      'StatementMade',
      'ThreatIssued',
    ]);
  });

  it('are the type that each kind of act begins with', () => {
    expect(firstTypeOf).toEqual({
      statement: 'StatementMade',
      threat: 'ThreatIssued',
      proposal: 'ProposalTabled',
      demand: 'DemandMade',
      concession: 'ConcessionOffered',
      commitment: 'CommitmentMade',
      acceptance: 'ProposalAccepted',
      rejection: 'ProposalRejected',
      denial: 'ClaimDenied',
      withdrawal: 'ActWithdrawn',
      action: 'ActionTaken',
    });
  });

  it('are the streams', () => {
    expect([logStream, ...entityKinds]).toEqual(['log', 'party', 'speaker', 'issue', 'source', 'act']);
  });
});

describe('the stored form of an event', () => {
  it.each(examples.map((event) => [event.type, event] as const))('%s comes back as it was', (_, event) => {
    expect(codec.decode(codec.encode(event))).toStrictEqual(event);
  });

  it('has the version of its schema and leaves nulls out', () => {
    const data = { name: 'France', kind: 'state', aliases: [], wikidata: null } as const;
    expect(codec.encode({ type: 'PartyRegistered', data })).toEqual({
      type: 'PartyRegistered',
      schemaVersion: 1,
      data: '{"name":"France","kind":"state","aliases":[]}',
    });
  });

  it('does not repeat the kind of an act beside its type, but keeps it in a correction', () => {
    const kindsOf = (type: string): unknown => {
      const { data } = codec.encode(examples.find((event) => event.type === type)!);
      return /"kind":"\w+"/.exec(data)?.[0];
    };
    expect(kindsOf('ThreatIssued')).toBeUndefined();
    expect(kindsOf('ActCorrected')).toBe('"kind":"concession"');
  });
});

describe('an event of an earlier schema', () => {
  const upgraded = new Codec({
    PartyRegistered: [
      ({ title, ...rest }) => ({ ...rest, name: title }),
      ({ name, ...rest }) => ({ ...rest, name: `${String(name)}!` }),
    ],
  });
  const data = { name: 'France!', kind: 'state', aliases: [], wikidata: null };
  const stored = (schemaVersion: number, party: object): StoredForm => ({
    type: 'PartyRegistered',
    schemaVersion,
    data: JSON.stringify({ kind: 'state', aliases: [], ...party }),
  });

  it.each([
    [1, { title: 'France' }],
    [2, { name: 'France' }],
    [3, { name: 'France!' }],
  ])('is read by every upcaster from its version %s on', (version, party) => {
    expect(upgraded.decode(stored(version, party))).toEqual({ type: 'PartyRegistered', data });
  });

  it('is written at the newest version from then on', () => {
    const { schemaVersion } = upgraded.encode(examples.find(({ type }) => type === 'PartyRegistered')!);
    expect(schemaVersion).toBe(3);
  });

  it('is no longer readable for whoever has not upgraded', () => {
    expect(refusalOf(stored(3, { name: 'France!' }), new Codec({ PartyRegistered: [(party) => party] }))).toEqual(
      new UnknownEvent(stored(3, {})),
    );
  });
});

describe('an event that this release does not know', () => {
  it.each(['PartyMerged', 'partyregistered', '', 'constructor', 'toString', '__proto__'])(
    'is refused by its type: %s',
    (type) => {
      const error = refusalOf({ type, schemaVersion: 1, data: '{}' });
      expect(error).toBeInstanceOf(UnknownEvent);
      expect(String(error)).toContain(`type ${type}, schema version 1`);
    },
  );

  it.each([2, 0, -1, NaN])('is refused by its version: %s', (schemaVersion) => {
    const error = refusalOf({ type: 'ActRetracted', schemaVersion, data: '{"reason":"r"}' });
    expect(error).toBeInstanceOf(UnknownEvent);
    expect(String(error)).toContain(`type ActRetracted, schema version ${schemaVersion}`);
  });
});
