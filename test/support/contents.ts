import type { Envelope } from '../../src/application/recording/envelope.js';
import type { ActClaim, CitationClaim } from '../../src/domain/acts/act-content.js';
import type { IssueContent } from '../../src/domain/issues/issue-content.js';
import type { PartyContent } from '../../src/domain/parties/party-content.js';
import type { SourceContent } from '../../src/domain/sources/source-content.js';

/** Contents to start a test from: plain, valid, and alike everywhere. */
export const partyContent: PartyContent = { name: 'United States', kind: 'state', aliases: [], wikidata: null };

export const issueContent: IssueContent = {
  title: 'Approach to Moscow',
  question: 'How should Moscow be brought to a settlement?',
  axis: { negative: 'pressure', positive: 'concessions' },
  bands: [
    { label: 'pressure', from: -1, to: -0.25 },
    { label: 'mediation', from: -0.25, to: 0.25 },
    { label: 'concessions', from: 0.25, to: 1 },
  ],
  anchors: [],
  halfLifeDays: 90,
  replaces: null,
};

export const sourceContent: SourceContent = {
  title: 'A report',
  publisher: 'A newspaper',
  url: null,
  archiveUrl: null,
  published: '2025-04-19',
  retrieved: null,
  language: 'en',
  kind: 'report',
  derivedFrom: null,
  original: null,
  reliability: 'B',
};

export const citation: CitationClaim = {
  source: 's1',
  exact: 'move on',
  prefix: null,
  suffix: null,
  start: null,
  end: null,
  translation: null,
};

const act: ActClaim = {
  kind: 'threat',
  party: 'united-states',
  speaker: null,
  addressees: [],
  occurred: '2025-04-18',
  until: null,
  summary: 'Threatens to move on.',
  leanings: [{ issue: 'approach', value: -0.5, note: null }],
  attribution: 'on-record',
  certainty: 1,
  condition: null,
  mode: null,
  citations: [citation],
  inResponseTo: null,
  joint: null,
  threat: null,
  proposal: null,
};

export function claim(changes: Partial<ActClaim>): ActClaim {
  return { ...act, ...changes };
}

export function envelope(command: string, recorder = 'alice', ifMatch: number | null = null): Envelope {
  return { command, isNew: false, recorder, ifMatch };
}
