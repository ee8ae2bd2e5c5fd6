import { Command } from 'commander';
import type { ShiftsView, TimelineView } from '../../application/asking/views.js';
import type { Host } from '../host.js';
import { ask } from '../server/ask.js';
import type { Client } from '../server/client.js';
import type { IssueEntry } from '../server/entry.js';
import { withServer } from '../server/with-server.js';
import { terminalOf } from '../terminal/terminal.js';
import { addBasisOptions, basisQuery, type BasisOptions } from './basis-options.js';
import { addJsonOption, type JsonOption } from './common-options.js';
import { addEndOption, endOf, serverOf, type EndOption } from './end-option.js';
import { printAnswer } from './print-answer.js';
import { timelineReport } from './timeline-report.js';

type TimelineOptions = JsonOption & EndOption & { readonly from?: string; readonly margin?: string };

const examples = `
Examples:
  demarche timeline united-states approach-to-moscow
  demarche timeline united-states approach-to-moscow --from 2025-01 --to 2025-06 --model latest
  demarche timeline united-states approach-to-moscow --json | jq '.segments[].score'`;

export function timelineCommand(host: Host): Command {
  const command = new Command('timeline')
    .description('Tell how a stance went over time: a sparkline, its segments, its shifts from band to band.')
    .argument('<party>', 'such as united-states')
    .argument('<issue>', 'such as approach-to-moscow')
    .option('--from <time>', 'start (default: the first step)')
    .option('--margin <n>', 'how far beyond a border a score must be for a shift (default: 0.05)');
  addJsonOption(addBasisOptions(addEndOption(command), { without: ['valid-at'] })).addHelpText('after', examples);
  return command.action((party: string, issue: string, options: TimelineOptions & BasisOptions) =>
    withServer(host, serverOf(options), (client) => tellTimeline(host, client, { party, issue, options })),
  );
}

interface Asked {
  readonly party: string;
  readonly issue: string;
  readonly options: TimelineOptions & BasisOptions;
}

async function tellTimeline(host: Host, client: Client, { party, issue, options }: Asked): Promise<void> {
  const out = terminalOf(host.stdout, host.env);
  const path = `/v1/stances/${encodeURIComponent(party)}/${encodeURIComponent(issue)}`;
  const query = { ...basisQuery(options), from: options.from, to: endOf(options) };
  const answer = await ask(client, `${path}/timeline`, query);
  if (options.json) {
    printAnswer(answer, out);
    return;
  }
  const timeline = answer.json<TimelineView>();
  const atSequence = timeline.basis.knownAt.sequence;
  const pinned = { ...query, knownAt: undefined, atSequence, margin: options.margin };
  const shifts = (await ask(client, `${path}/shifts`, pinned)).json<ShiftsView>();
  const framed = await client.get(`/v1/issues/${encodeURIComponent(issue)}`, { atSequence });
  out.print(...timelineReport({ timeline, shifts, issue: framed.ok ? framed.json<IssueEntry>() : null }, out));
}
