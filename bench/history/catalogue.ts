import { createHash } from 'node:crypto';
import type { DomainEvent } from '../../src/domain/shared/domain-event.js';
import { streamOf } from '../../src/domain/shared/stream.js';
import { grades } from '../../src/domain/sources/source-content.js';
import { Random } from './random.js';

/** How many there are of everything that acts refer to. */
export const catalogueSize = { parties: 200, issues: 50, speakers: 2000, sources: 3000, texts: 300 } as const;

export const partyId = (number: number): string => `party-${String(number).padStart(3, '0')}`;
export const issueId = (number: number): string => `issue-${String(number).padStart(2, '0')}`;
export const speakerId = (number: number): string => `speaker-${String(number).padStart(4, '0')}`;
export const sourceId = (number: number): string => `source-${String(number).padStart(4, '0')}`;
/** Sources share texts, as agencies' reports do. */
export const textNumberOf = (source: number): number => source % catalogueSize.texts;

const words = `the talks on a ceasefire were to go on in the capital next week and both delegations said that their
  position on guarantees and borders had not changed since the last round although an exchange of prisoners might come
  first under terms which neither side would publish`.split(/\s+/);
const sentencesPerText = 12;

/** A sentence that stands once in its text, so that it can be cited by its words alone. */
function sentence(text: number, place: number): string {
  const random = new Random(text * sentencesPerText + place);
  const said = Array.from({ length: 9 }, () => random.of(words)).join(' ');
  return `Point ${String(place)}: ${said}.`;
}

export function textOf(text: number): string {
  return Array.from({ length: sentencesPerText }, (_, place) => sentence(text, place)).join(' ');
}

export interface PlacedSentence {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

/** Every sentence of every text with its place; the texts are ASCII, so code points are code units. */
export function placedSentences(): readonly (readonly PlacedSentence[])[] {
  return Array.from({ length: catalogueSize.texts }, (_, text) => {
    const whole = textOf(text);
    return Array.from({ length: sentencesPerText }, (__, place) => {
      const exact = sentence(text, place);
      const start = whole.indexOf(exact);
      return { exact, start, end: start + exact.length };
    });
  });
}

export interface PlacedEvent {
  readonly stream: string;
  readonly event: DomainEvent;
}

/** The first event of every party, speaker, issue and source. */
export function* catalogueEvents(): Generator<PlacedEvent> {
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);
  for (const number of numbers(catalogueSize.parties)) yield party(number);
  for (const number of numbers(catalogueSize.speakers)) yield speaker(number);
  for (const number of numbers(catalogueSize.issues)) yield issue(number);
  for (const number of numbers(catalogueSize.sources)) yield source(number);
}

function party(number: number): PlacedEvent {
  const content = { name: `Party ${String(number)}`, kind: 'state', aliases: [], wikidata: null } as const;
  return { stream: streamOf('party', partyId(number)), event: { type: 'PartyRegistered', data: content } };
}

function speaker(number: number): PlacedEvent {
  const mandate = { party: partyId(number % catalogueSize.parties), role: 'Envoy', from: '2014', until: null };
  const content = { name: `Speaker ${String(number)}`, mandates: [mandate] };
  return { stream: streamOf('speaker', speakerId(number)), event: { type: 'SpeakerRegistered', data: content } };
}

function issue(number: number): PlacedEvent {
  const content = {
    title: `Issue ${String(number)}`,
    question: 'How far should the other side be met?',
    axis: { negative: 'not at all', positive: 'all the way' },
    bands: [
      { label: 'refusing', from: -1, to: -0.25 },
      { label: 'waiting', from: -0.25, to: 0.25 },
      { label: 'yielding', from: 0.25, to: 1 },
    ],
    anchors: [],
    halfLifeDays: [30, 90, 180, 365][number % 4]!,
    replaces: null,
  };
  return { stream: streamOf('issue', issueId(number)), event: { type: 'IssueFramed', data: content } };
}

function source(number: number): PlacedEvent {
  const text = textOf(textNumberOf(number));
  const sha256 = createHash('sha256').update(text).digest('hex');
  const content = {
    title: `Report ${String(number)}`,
    publisher: `Agency ${String(number % 40)}`,
    url: `https://example.org/reports/${String(number)}`,
    archiveUrl: null,
    published: '2014-12-01',
    retrieved: null,
    language: 'en',
    kind: 'report',
    derivedFrom: null,
    original: null,
    reliability: grades[number % grades.length]!,
  } as const;
  const data = { ...content, sha256, length: text.length };
  return { stream: streamOf('source', sourceId(number)), event: { type: 'SourceCaptured', data } };
}
