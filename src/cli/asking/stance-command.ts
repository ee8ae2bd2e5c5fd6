import { Command } from 'commander';
import type { StanceView } from '../../application/asking/views.js';
import type { Host } from '../host.js';
import { ask } from '../server/ask.js';
import type { Client } from '../server/client.js';
import type { IssueEntry } from '../server/entry.js';
import { withServer } from '../server/with-server.js';
import { terminalOf } from '../terminal/terminal.js';
import { addBasisOptions, basisQuery, type BasisOptions } from './basis-options.js';
import { addJsonOption, addServerOption, type JsonOption, type ServerOption } from './common-options.js';
import { heaviest } from './contributions.js';
import { Library } from './library.js';
import { printAnswer } from './print-answer.js';
import { stanceReport } from './stance-report.js';

type StanceOptions = ServerOption & JsonOption & BasisOptions & { readonly contributions?: string };

const examples = `
Examples:
  demarche stance united-states approach-to-moscow
  demarche stance united-states approach-to-moscow --valid-at 2025-04-23 --at-sequence 128
  demarche stance united-states approach-to-moscow --kinds action,commitment --published-until 2025-04-23
  demarche stance united-states approach-to-moscow --json | jq .score`;

const shownMax = 10;

export function stanceCommand(host: Host): Command {
  const command = new Command('stance')
    .description('Tell where a party stood on an issue at T, as the log held it at K, and why.')
    .argument('<party>', 'such as united-states')
    .argument('<issue>', 'such as approach-to-moscow')
    .option('--contributions <n>', 'how many contributing acts to list: a number, all or none');
  addJsonOption(addServerOption(addBasisOptions(command))).addHelpText('after', examples);
  return command.action((party: string, issue: string, options: StanceOptions) =>
    withServer(host, options, (client) => tellStance(host, client, { party, issue, options })),
  );
}

interface Asked {
  readonly party: string;
  readonly issue: string;
  readonly options: StanceOptions;
}

async function tellStance(host: Host, client: Client, { party, issue, options }: Asked): Promise<void> {
  const out = terminalOf(host.stdout, host.env);
  const path = `/v1/stances/${encodeURIComponent(party)}/${encodeURIComponent(issue)}`;
  const answer = await ask(client, path, { ...basisQuery(options), contributions: options.contributions });
  if (options.json) {
    printAnswer(answer, out);
    return;
  }
  const stance = answer.json<StanceView>();
  const framed = await framingOf(client, stance);
  const shown = heaviest(stance.contributions, options.contributions === undefined ? shownMax : Infinity);
  const library = new Library(client, stance.basis.knownAt.sequence);
  const acts = await Promise.all(shown.slice(0, shownMax).map(({ act }) => library.act(act)));
  const summaries = new Map(acts.map(({ id, summary }) => [id, summary]));
  out.print(...stanceReport({ stance, issue: framed, shown, summaries }, out));
}

/** The issue as K framed it; null when it was framed only later. */
async function framingOf(client: Client, { issue, basis }: StanceView): Promise<IssueEntry | null> {
  const answer = await client.get(`/v1/issues/${encodeURIComponent(issue)}`, { atSequence: basis.knownAt.sequence });
  return answer.ok ? answer.json<IssueEntry>() : null;
}
