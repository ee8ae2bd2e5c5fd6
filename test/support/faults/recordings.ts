import { v5 as uuidv5 } from 'uuid';
import { act, citation, issue, party, source, speaker } from '../http/bodies.js';
import type { Client, Reply } from './client.js';

const namespace = 'a3e5c1d2-7b64-4f0e-9c57-1f2e3d4c5b6a';

/** The id of the act with this number. */
export function actId(number: number): string {
  return uuidv5(String(number), namespace);
}

/** Acts that differ in everything a stance depends on, of two parties on one issue. */
export function actBody(number: number): Readonly<Record<string, unknown>> {
  const day = String(1 + (number % 28)).padStart(2, '0');
  const month = String(1 + (number % 5)).padStart(2, '0');
  return {
    ...act,
    id: actId(number),
    kind: number % 3 === 0 ? 'demand' : 'statement',
    party: number % 2 === 0 ? 'united-states' : 'russia',
    occurred: `2025-${month}-${day}`,
    summary: `What was said, number ${number}.`,
    leanings: [{ issue: 'approach-to-moscow', value: (number % 21) / 10 - 1 }],
    citations: [citation],
  };
}

export function recordAct(client: Client, number: number): Promise<Reply> {
  return client.post('/v1/acts', actBody(number), `act-${number}`);
}

/** Two parties, a speaker, an issue and a source: sequences 2 to 6. Recording them again changes nothing. */
export async function recordCatalogue(client: Client): Promise<void> {
  const russia = { id: 'russia', name: 'Russia', kind: 'state' };
  const documents: readonly [path: string, body: unknown][] = [
    ['/v1/parties', party],
    ['/v1/parties', russia],
    ['/v1/speakers', speaker],
    ['/v1/issues', issue],
    ['/v1/sources', source],
  ];
  for (const [path, body] of documents) {
    const { status, text } = await client.post(path, body);
    if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${text}`);
  }
}

/** Records these acts over as many connections as the client has; each must be acknowledged. */
export async function recordActs(client: Client, from: number, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => from + index);
  const replies = await Promise.all(numbers.map((number) => recordAct(client, number)));
  const refused = replies.find(({ status }) => status !== 201);
  if (refused) throw new Error(`not recorded: ${refused.status} ${refused.text}`);
}
