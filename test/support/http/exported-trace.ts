import { act, reason, source } from './bodies.js';
import type { ProvDocument, ProvLiteral, ProvStatement } from './prov-json.js';
import type { TestServer } from './test-server.js';
import { cell, march, may, tracedServer } from './traced-server.js';
import type { AnnotationCollection } from './web-annotation.js';

export const prov = 'application/provenance+json';
export const linked = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
export const withdrawal = '33333333-3333-4333-8333-333333333333';

/** The query that every id of the trace at this sequence carries. */
export function basisAt(sequence: number): string {
  return `validAt=2025-05-11T00:00:00.000Z&atSequence=${sequence}&model=decayed-mean&modelVersion=1&codebook=1`;
}

/**
 * The acts of the traced server, then: 10 corrects march, 11 adds a translated quote to may, 12 withdraws march in
 * part, 13 (dora) retracts the leak, 14 (mallory) corrects may and keeps its quotes.
 */
export async function changedServer(): Promise<TestServer> {
  const server = await tracedServer();
  const spoken = { ...act, occurred: '2025-03-01', speaker: 'marco-rubio' };
  await server.post(`/v1/acts/${march}/corrections`, { ...reason, act: spoken });
  const translation = { language: 'de', text: 'weiterziehen', by: 'machine' };
  const citation = { source: source['id'], exact: 'move on', prefix: 'would ', suffix: '.', translation };
  await server.post(`/v1/acts/${may}/citations`, { citations: [citation] });
  const partly = { ...act, id: withdrawal, kind: 'withdrawal', inResponseTo: march, certainty: 0.25, leanings: [] };
  await server.post('/v1/acts', partly);
  const disputed = { ...reason, cause: 'disputed' };
  await server.post('/v1/sources/leak/retractions', disputed, { 'demarche-recorder': 'dora' });
  const { citations, leanings } = (await server.get(`/v1/acts/${may}`)).json;
  const content = { ...act, kind: 'proposal', occurred: '2025-05-01', leanings, citations, summary: 'In other words.' };
  await server.post(`/v1/acts/${may}/corrections`, { ...reason, act: content }, { 'demarche-recorder': 'mallory' });
  return server;
}

/** The next event: eve erases the text of the leak. */
export async function eraseLeak(server: TestServer): Promise<void> {
  await server.post('/v1/sources/leak/erasures', { ...reason, cause: 'legal' }, { 'demarche-recorder': 'eve' });
}

export async function provenanceOf(server: TestServer, query: string): Promise<ProvDocument> {
  return JSON.parse((await server.get(`/v1/trace/${cell}?${query}`, { accept: prov })).text) as ProvDocument;
}

export async function annotationsOf(server: TestServer, query: string): Promise<AnnotationCollection> {
  return JSON.parse((await server.get(`/v1/trace/${cell}?${query}`, { accept: linked })).text) as AnnotationCollection;
}

/** The path at which a server of the log answers with what an id names. */
export function pathOf(id: string): string {
  return id.replace(/^(log:|arcp:\/\/uuid,[^/]*)/, '').split('#', 1)[0] ?? '';
}

/** The statements that say this, among others. */
export function saying(
  statements: Readonly<Record<string, ProvStatement>> | undefined,
  part: ProvStatement,
): readonly ProvStatement[] {
  const parts = Object.entries(part);
  return Object.values(statements ?? {}).filter((each) => parts.every(([name, value]) => each[name] === value));
}

export function named(name: string): ProvLiteral {
  return { $: name, type: 'prov:QUALIFIED_NAME' };
}
