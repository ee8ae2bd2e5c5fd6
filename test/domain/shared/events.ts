import type { ActContent, Citation } from '../../../src/domain/acts/act-content.js';
import type { ActKind } from '../../../src/domain/acts/act-kind.js';
import { firstTypeOf, type DomainEvent, type EventType } from '../../../src/domain/shared/domain-event.js';
import { claim, issueContent, partyContent, sourceContent } from '../../support/contents.js';

const cited: Citation = {
  source: 's1',
  exact: '“move on” 👋🏽',
  prefix: null,
  suffix: null,
  start: 8,
  end: 17,
  translation: null,
};
const content: ActContent = { ...claim({}), citations: [cited] };
const full: ActContent = {
  ...content,
  kind: 'concession',
  speaker: 'marco-rubio',
  addressees: ['russia'],
  until: '2025-05',
  leanings: [{ issue: 'approach', value: -0.1, note: 'e\u0301 ≠ \u00e9' }],
  certainty: 0.01,
  condition: 'if',
  mode: 'diplomatic',
  citations: [
    { ...cited, prefix: '', suffix: '\r\n', translation: { language: 'he', text: 'שלום', by: 'machine' } },
    cited,
  ],
  inResponseTo: '00000000-0000-4000-8000-000000000001',
  joint: 'geneva:1',
  threat: { measure: 'to leave', deadline: null },
  proposal: { terms: [{ issue: 'approach', text: 'Forty.' }] },
};
const speaker = {
  name: 'Marco Rubio',
  mandates: [
    { party: 'united-states', role: 'Secretary', from: '2025-01-21', until: null },
    { party: 'united-states', role: 'Senator', from: '2011', until: '2025-01-20' },
  ],
};
const issue = { ...issueContent, anchors: [{ value: 0.5, example: 'Half.' }], replaces: 'older' };
const source = { ...sourceContent, url: 'https://a.example', original: { mediaType: 'text/html', sha256: 'ab' } };
const erratum = { reason: 'Misread.', cause: null } as const;
const counted = { reason: 'Coded twice.', cause: 'duplicate' } as const;

const kinds = Object.keys(firstTypeOf) as ActKind[];
const firsts = kinds.map((kind) => ({ type: firstTypeOf[kind], data: { ...content, kind } }) as const);

/** One event of every type but the first ones of acts: a type that is forgotten here does not compile. */
const others: { readonly [T in Exclude<EventType, (typeof firstTypeOf)[ActKind]>]: Extract<DomainEvent, { type: T }> } =
  {
    LogOpened: { type: 'LogOpened', data: { logId: '00000000-0000-4000-8000-000000000000', format: 1 } },
    LogMoved: { type: 'LogMoved', data: { to: 'sqlite:/data/log.db' } },
    LogCopied: { type: 'LogCopied', data: { from: 'sqlite:/data/log.db', events: 7 } },
    PartyRegistered: { type: 'PartyRegistered', data: partyContent },
    PartyDescribed: { type: 'PartyDescribed', data: { ...erratum, content: { ...partyContent, wikidata: 'Q30' } } },
    SpeakerRegistered: { type: 'SpeakerRegistered', data: speaker },
    SpeakerDescribed: { type: 'SpeakerDescribed', data: { ...counted, content: { ...speaker, mandates: [] } } },
    IssueFramed: { type: 'IssueFramed', data: issueContent },
    IssueReframed: { type: 'IssueReframed', data: { ...erratum, content: issue } },
    SourceCaptured: { type: 'SourceCaptured', data: { ...sourceContent, sha256: 'ab', length: 8 } },
    SourceDescribed: { type: 'SourceDescribed', data: { ...erratum, content: source } },
    SourceRetracted: { type: 'SourceRetracted', data: erratum },
    SourceReinstated: { type: 'SourceReinstated', data: counted },
    SourceTextErased: { type: 'SourceTextErased', data: { reason: 'A court.', cause: 'legal', sha256: 'ab' } },
    ActCorrected: { type: 'ActCorrected', data: { ...erratum, content: full } },
    ActCorroborated: { type: 'ActCorroborated', data: { citations: [cited] } },
    ActRetracted: { type: 'ActRetracted', data: counted },
    ActReinstated: { type: 'ActReinstated', data: erratum },
  };

/** One event of every type there is. */
export const examples: readonly DomainEvent[] = [...firsts, ...Object.values(others)];
