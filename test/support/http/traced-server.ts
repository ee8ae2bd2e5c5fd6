import type { TraceView } from '../../../src/application/tracing/views.js';
import { act, source } from './bodies.js';
import { seededServer } from './seeded-server.js';
import type { TestServer } from './test-server.js';

export const cell = 'united-states/approach-to-moscow';
export const march = '11111111-1111-4111-8111-111111111111';
export const may = '22222222-2222-4222-8222-222222222222';
export const leak = '🕊️ It would recognise Crimea, officials said.';

interface Linked {
  readonly links: { readonly self: string };
}

type LinkedVersion<V> = V extends { readonly log: infer E } ? V & { readonly log: E & Linked } & Linked : V;
type LinkedContribution<C> = C extends { readonly versions: readonly (infer V)[] }
  ? C & { readonly versions: readonly LinkedVersion<V>[] } & Linked
  : C;

/** A trace as the server answers it, with addresses. */
export interface LinkedTrace extends TraceView, Linked {
  readonly stance: TraceView['stance'] & Linked;
  readonly contributions: readonly LinkedContribution<TraceView['contributions'][number]>[];
}

/** Two acts on one issue, each by its own source: a statement (event 8, carol) and a leaked proposal (event 9, bob). */
export async function tracedServer(): Promise<TestServer> {
  const server = await seededServer();
  await server.post('/v1/sources', { ...source, id: 'leak', reliability: 'C', text: leak });
  await server.post('/v1/acts', { ...act, id: march, occurred: '2025-03-01' }, { 'demarche-recorder': 'carol' });
  const citations = [{ source: 'leak', exact: 'recognise Crimea' }];
  const leanings = [{ issue: 'approach-to-moscow', value: 0.8 }];
  const proposal = { ...act, kind: 'proposal', id: may, occurred: '2025-05-01', leanings, citations };
  const anonymous = { ...proposal, attribution: 'anonymous', certainty: 0.5 };
  await server.post('/v1/acts', anonymous, { 'idempotency-key': 'key-1', 'demarche-recorder': 'bob' });
  return server;
}

export async function traceOf(server: TestServer, query = ''): Promise<LinkedTrace> {
  return (await server.get(`/v1/trace/${cell}?${query}`)).json as unknown as LinkedTrace;
}
