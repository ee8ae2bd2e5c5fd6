import { Command } from 'commander';
import type { ActView, OpenActView, PageView } from '../../application/asking/views.js';
import type { Host } from '../host.js';
import { ask } from '../server/ask.js';
import type { Client, Query } from '../server/client.js';
import { withServer } from '../server/with-server.js';
import { terminalOf } from '../terminal/terminal.js';
import { actLines } from './act-lines.js';
import { addJsonOption, type JsonOption } from './common-options.js';
import { addEndOption, endOf, serverOf, type EndOption } from './end-option.js';
import { Library } from './library.js';
import { printAnswer } from './print-answer.js';
import { quoteOf } from './shown-quote.js';

type ActsOptions = JsonOption & EndOption & Readonly<Record<string, string | boolean | undefined>>;

const examples = `
Examples:
  demarche acts --party united-states --issue approach-to-moscow --from 2025-02
  demarche acts --kind threat --q "walk away" --limit 20
  demarche acts --open --valid-at 2025-04-22 --party united-states
  demarche acts --source digest-2025-04-23-london --json | jq -r '.items[].summary'`;

const filters: readonly (readonly [flag: string, description: string])[] = [
  ['--party <id>', 'of this party'],
  ['--issue <id>', 'leaning on this issue'],
  ['--kind <kind>', 'of this kind: statement, threat, proposal …'],
  ['--speaker <id>', 'by this speaker'],
  ['--source <id>', 'citing this source'],
  ['--from <time>', 'that occurred from then on'],
  ['--q <words>', 'with these words in summary or quotes'],
  ['--open', 'only threats, proposals, demands and commitments in force at T'],
  ['--valid-at <time>', 'T, with --open (default: today)'],
  ['--at-sequence <n>', 'K: as the log held them up to this sequence'],
  ['--known-at <time>', 'K: as the log held them at this time'],
  ['--min-sequence <n>', 'wait until the server knows this sequence'],
  ['--limit <n>', 'how many, 1 to 1000 (default: 50)'],
  ['--cursor <cursor>', 'the next page, as the one before it says'],
];
const names = ['party', 'issue', 'kind', 'speaker', 'source', 'from', 'q', 'open', 'validAt', 'limit', 'cursor'];
const knowledge = ['atSequence', 'knownAt', 'minSequence'];

export function actsCommand(host: Host): Command {
  const command = new Command('acts').description('List acts with their quotes, newest first.');
  for (const [flag, description] of filters) command.option(flag, description);
  addJsonOption(addEndOption(command)).addHelpText('after', examples);
  return command.action((options: ActsOptions) =>
    withServer(host, serverOf(options), (client) => tellActs(host, client, options)),
  );
}

async function tellActs(host: Host, client: Client, options: ActsOptions): Promise<void> {
  const out = terminalOf(host.stdout, host.env);
  const answer = await ask(client, '/v1/acts', queryOf(options));
  if (options.json) {
    printAnswer(answer, out);
    return;
  }
  const { items, next, basis } = answer.json<PageView<ActView & Partial<OpenActView>>>();
  const library = new Library(client, basis.knownAt.sequence);
  const quotes = await Promise.all(items.map((act) => quoteOf(act, library)));
  out.print(...actLines(items, quotes, out));
  if (next !== null) terminalOf(host.stderr, host.env).print(`More: the same with --cursor ${next}`);
}

function queryOf(options: ActsOptions): Query {
  const given = [...names, ...knowledge].map((name) => [name, options[name]] as const);
  return { ...Object.fromEntries(given), to: endOf(options) };
}
