import fc from 'fast-check';
import { actionModes, actKinds, attributions } from '../../../src/domain/acts/act-kind.js';
import { partyKinds } from '../../../src/domain/parties/party-content.js';
import { Codec } from '../../../src/domain/shared/codec.js';
import { type DomainEvent, firstTypeOf } from '../../../src/domain/shared/domain-event.js';
import { causes } from '../../../src/domain/shared/erratum.js';
import { grades, sourceKinds } from '../../../src/domain/sources/source-content.js';
import { examples } from './events.js';

const codec = new Codec();
const text = fc.string({ unit: 'binary' });
/** JSON has no −0. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const whole = fc.nat();
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const list = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 3 });

const cited = fc.record({
  source: text,
  exact: text,
  prefix: orNull(text),
  suffix: orNull(text),
  start: whole,
  end: whole,
  translation: orNull(fc.record({ language: text, text, by: fc.constantFrom('human' as const, 'machine' as const) })),
});
const act = fc.record({
  kind: fc.constantFrom(...actKinds),
  party: text,
  speaker: orNull(text),
  addressees: list(text),
  occurred: text,
  until: orNull(text),
  summary: text,
  leanings: list(fc.record({ issue: text, value: number, note: orNull(text) })),
  attribution: fc.constantFrom(...attributions),
  certainty: number,
  condition: orNull(text),
  mode: orNull(fc.constantFrom(...actionModes)),
  citations: list(cited),
  inResponseTo: orNull(text),
  joint: orNull(text),
  threat: orNull(fc.record({ measure: text, deadline: orNull(text) })),
  proposal: orNull(fc.record({ terms: list(fc.record({ issue: text, text })) })),
});
const party = fc.record({
  name: text,
  kind: fc.constantFrom(...partyKinds),
  aliases: list(text),
  wikidata: orNull(text),
});
const mandate = fc.record({ party: text, role: text, from: text, until: orNull(text) });
const speaker = fc.record({ name: text, mandates: list(mandate) });
const issue = fc.record({
  title: text,
  question: text,
  axis: fc.record({ negative: text, positive: text }),
  bands: list(fc.record({ label: text, from: number, to: number })),
  anchors: list(fc.record({ value: number, example: text })),
  halfLifeDays: number,
  replaces: orNull(text),
});
const sourceFields = {
  title: text,
  publisher: text,
  url: orNull(text),
  archiveUrl: orNull(text),
  published: text,
  retrieved: orNull(text),
  language: text,
  kind: fc.constantFrom(...sourceKinds),
  derivedFrom: orNull(text),
  original: orNull(fc.record({ mediaType: text, sha256: text })),
  reliability: fc.constantFrom(...grades),
};
const errata = { reason: text, cause: orNull(fc.constantFrom(...causes)) };
const erratum = fc.record(errata);
const revised = <T>(content: fc.Arbitrary<T>) => fc.record({ ...errata, content });

const dataOf = {
  LogOpened: fc.record({ logId: text, format: whole }),
  LogMoved: fc.record({ to: text }),
  LogCopied: fc.record({ from: text, events: whole }),
  PartyRegistered: party,
  PartyDescribed: revised(party),
  SpeakerRegistered: speaker,
  SpeakerDescribed: revised(speaker),
  IssueFramed: issue,
  IssueReframed: revised(issue),
  SourceCaptured: fc.record({ ...sourceFields, sha256: text, length: whole }),
  SourceDescribed: revised(fc.record(sourceFields)),
  SourceRetracted: erratum,
  SourceReinstated: erratum,
  SourceTextErased: fc.record({ ...errata, sha256: text }),
  ActCorrected: revised(act),
  ActCorroborated: fc.record({ citations: list(cited) }),
  ActRetracted: erratum,
  ActReinstated: erratum,
};

const first = act.map((data) => ({ type: firstTypeOf[data.kind], data }));
const other = Object.entries(dataOf).map(([type, data]) =>
  (data as fc.Arbitrary<unknown>).map((some) => ({ type, data: some }) as DomainEvent),
);

describe('the stored form of any event', () => {
  it('comes back as it was: decode ∘ encode is the identity', () => {
    fc.assert(
      fc.property(fc.oneof({ arbitrary: first, weight: 4 }, ...other), (event) => {
        expect(codec.decode(codec.encode(event))).toEqual(event);
      }),
      { numRuns: 1000 },
    );
  });

  it('is drawn from every type there is', () => {
    const drawn = [...Object.values<string>(firstTypeOf), ...Object.keys(dataOf)];
    expect(drawn.sort()).toEqual(examples.map(({ type }) => type).sort());
  });
});
