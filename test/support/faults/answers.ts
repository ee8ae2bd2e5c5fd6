import type { Client } from './client.js';
import { actId } from './recordings.js';

const at = 'validAt=2025-06-01T00:00:00.000Z';
const cell = '/v1/stances/united-states/approach-to-moscow';

/** Questions that reach every view: the catalogue, acts and their versions, full text, cells at several K, the tree. */
const questions: readonly string[] = [
  ...['parties', 'speakers', 'issues', 'sources'].map((list) => `/v1/${list}`),
  '/v1/parties/russia/history',
  '/v1/sources/rubio-2025-04-18/text',
  '/v1/acts?limit=1000',
  '/v1/acts?q=number&party=russia&limit=200',
  '/v1/acts?source=rubio-2025-04-18&kind=demand&limit=200',
  `/v1/acts/${actId(1)}`,
  `/v1/acts/${actId(1)}/history`,
  `/v1/stances?${at}`,
  `${cell}?${at}`,
  `${cell}?${at}&atSequence=9`,
  `${cell}?${at}&model=latest&publishedUntil=2025-12-31`,
  `${cell}/timeline?to=2025-06-01`,
  '/v1/log/proofs/consistency?from=3',
  '/v1/shifts?margin=0&limit=1000',
  `${cell}/shifts?to=2025-06-01&halfLifeDays=10`,
];

/** All answers, status and body, to be compared to the byte. */
export function answersOf(client: Client): Promise<readonly string[]> {
  return ask(client, questions);
}

/** All answers as the log held it at this sequence but those that name one; a source's text is the same at any. */
export function answersAt(client: Client, sequence: number): Promise<readonly string[]> {
  const open = questions.filter((question) => !/atSequence=|\/proofs\//.test(question));
  const pin = (question: string): string => `${question}${question.includes('?') ? '&' : '?'}atSequence=${sequence}`;
  return ask(
    client,
    open.map((question) => (question.endsWith('/text') ? question : pin(question))),
  );
}

async function ask(client: Client, questions: readonly string[]): Promise<readonly string[]> {
  const replies = await Promise.all(questions.map((question) => client.get(question)));
  return replies.map(({ status, text }, index) => `${String(questions[index])} ${status} ${text}`);
}
