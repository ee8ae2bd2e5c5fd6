import { Command, Option } from 'commander';
import type { TraceView } from '../../application/tracing/views.js';
import { addBasisOptions, basisQuery, type BasisOptions } from '../asking/basis-options.js';
import { addJsonOption, addServerOption, type JsonOption, type ServerOption } from '../asking/common-options.js';
import { printAnswer } from '../asking/print-answer.js';
import type { Host } from '../host.js';
import { ask } from '../server/ask.js';
import type { Client } from '../server/client.js';
import { withServer } from '../server/with-server.js';
import { terminalOf } from '../terminal/terminal.js';
import { traceReport } from './trace-report.js';

/** What others read: the media types that the server has a trace in, beside its own JSON. */
const mediaTypes = {
  prov: 'application/provenance+json',
  annotations: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
} as const;

type Format = keyof typeof mediaTypes;
type TraceOptions = ServerOption &
  JsonOption &
  BasisOptions & { readonly contributions?: string; readonly format?: Format };

const examples = `
Examples:
  demarche trace united-states approach-to-moscow
  demarche trace united-states approach-to-moscow --valid-at 2025-04-23 --contributions 3
  demarche trace united-states approach-to-moscow --json | jq '.contributions[].citations[].passage'
  demarche trace united-states approach-to-moscow --format prov > trace.prov.json`;

/** For people a few are plenty; with --json the server's own default holds. */
const shownMax = 10;

export function traceCommand(host: Host): Command {
  const command = new Command('trace')
    .description('Tell why a stance is what it is: from the number to the quotes, and to who recorded them.')
    .argument('<party>', 'such as united-states')
    .argument('<issue>', 'such as approach-to-moscow')
    .option('--contributions <n>', 'how many contributing acts to tell of: a number, all or none')
    .addOption(formatOption());
  addJsonOption(addServerOption(addBasisOptions(command))).addHelpText('after', examples);
  return command.action((party: string, issue: string, options: TraceOptions) =>
    withServer(host, options, (client) => tellTrace(host, client, { party, issue, options })),
  );
}

function formatOption(): Option {
  const says = 'print it in a standard format: W3C PROV-JSON, or W3C Web Annotations of its quotes';
  return new Option('--format <format>', says).choices(Object.keys(mediaTypes)).conflicts('json');
}

interface Asked {
  readonly party: string;
  readonly issue: string;
  readonly options: TraceOptions;
}

async function tellTrace(host: Host, client: Client, { party, issue, options }: Asked): Promise<void> {
  const out = terminalOf(host.stdout, host.env);
  const { format, json } = options;
  const isForPeople = format === undefined && !json;
  const contributions = options.contributions ?? (isForPeople ? shownMax : undefined);
  const path = `/v1/trace/${encodeURIComponent(party)}/${encodeURIComponent(issue)}`;
  const asking = format === undefined ? client : client.accepting(mediaTypes[format]);
  const answer = await ask(asking, path, { ...basisQuery(options), contributions });
  if (isForPeople) out.print(...traceReport(answer.json<TraceView>(), out));
  else printAnswer(answer, out);
}
