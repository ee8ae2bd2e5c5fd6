import { Failure } from '../failure.js';
import { didYouMean } from '../did-you-mean.js';
import type { Answer } from './answer.js';
import type { Client, Query } from './client.js';
import type { Problem } from './problem.js';

/** Reads something that must be there: what the server refuses ends the command. */
export async function ask(client: Client, path: string, query: Query = {}): Promise<Answer> {
  return accepted(client, path, await client.get(path, query));
}

/** The answer; a refusal ends the command. */
export async function accepted(client: Client, path: string, answer: Answer): Promise<Answer> {
  if (answer.ok) return answer;
  const problem = answer.problem();
  const hint = problem.code === 'not-found' ? await hintFor(client, path) : '';
  throw new Failure(isUsage(problem) ? 2 : 1, `${messageOf(problem)}${hint}`);
}

/** Most refusals are their first complaint in other words, or in the same: then it is said once. */
function messageOf({ detail, errors, code }: Problem): string {
  const [first, ...rest] = errors;
  const isSaid = first?.detail === detail;
  const headline = isSaid ? `${optionOf(first.pointer)}: ${detail}` : detail;
  const lines = (isSaid ? rest : errors).map((error) => `  ${optionOf(error.pointer)}: ${error.detail}`);
  return [`${headline} (${code})`, ...lines].join('\n');
}

/** What a query parameter is called on the command line. */
function optionOf(pointer: string): string {
  if (!pointer.startsWith('?')) return pointer;
  return `--${pointer.slice(1).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function isUsage({ code, errors }: Problem): boolean {
  return ['invalid', 'bad-time'].includes(code) && errors.every(({ pointer }) => pointer.startsWith('?'));
}

/** What the party or issue of a stance's path was perhaps meant to be. */
async function hintFor(client: Client, path: string): Promise<string> {
  const [, version, , party, issue] = path.split('/');
  if (version !== 'v1' || party === undefined || issue === undefined) return '';
  return (await hint(client, 'parties', party)) || (await hint(client, 'issues', issue));
}

async function hint(client: Client, kind: string, id: string): Promise<string> {
  if ((await client.get(`/v1/${kind}/${encodeURIComponent(id)}`)).ok) return '';
  const answer = await client.get(`/v1/${kind}`, { limit: 1000 });
  const ids = answer.ok ? answer.json<{ items: readonly { id: string }[] }>().items.map((item) => item.id) : [];
  return didYouMean(id, ids);
}
