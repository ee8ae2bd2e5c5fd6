import { Command } from 'commander';
import type { Host, Rebuilt } from './host.js';
import { openFailure } from './server/open-failure.js';
import { ProgressLine } from './terminal/progress-line.js';
import { shareBar } from './terminal/share-bar.js';
import { padEnd } from './terminal/fit.js';
import { terminalOf, type Terminal } from './terminal/terminal.js';

const examples = `
Examples:
  demarche rebuild
  DEMARCHE_LOG=sqlite:./dispute.db DEMARCHE_VIEWS=./dispute-views demarche rebuild --json`;

const barWidth = 30;

export function rebuildCommand(host: Host): Command {
  return new Command('rebuild')
    .description('Build the views from nothing. They hold nothing that is not in the log, so nothing can be lost.')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', examples)
    .action(({ json }: { readonly json?: true }) => rebuild(host, json === true));
}

async function rebuild(host: Host, json: boolean): Promise<void> {
  const result = await built(host, terminalOf(host.stderr, host.env));
  const { events, seconds } = result;
  const perSecond = seconds > 0 ? `, ${Math.round(events / seconds)} a second` : '';
  const sentence = `Rebuilt the views from ${events} events in ${seconds.toFixed(1)} s${perSecond}.`;
  terminalOf(host.stdout, host.env).print(json ? JSON.stringify(result) : sentence);
}

async function built(host: Host, err: Terminal): Promise<Rebuilt> {
  const line = new ProgressLine(err);
  const tell = tenths((text) => err.print(text));
  try {
    return await host.rebuild((done, total) => {
      if (err.isTerminal) line.show(progress(done, total));
      else tell(done, total);
    });
  } catch (error) {
    throw openFailure(error, 'The views cannot be rebuilt');
  } finally {
    line.clear();
  }
}

function progress(done: number, total: number): string {
  const share = total === 0 ? 1 : done / total;
  return `${padEnd(shareBar(share, barWidth), barWidth)} ${Math.floor(share * 100)} %  ${done} of ${total} events`;
}

/** Where nobody watches a line: one line for every tenth of the way. */
function tenths(print: (text: string) => void): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
    if (tenth > told) print(`${tenth * 10} % (${done} of ${total} events)`);
    told = Math.max(told, tenth);
  };
}
