import { Command } from 'commander';
import type { Host, Rebuilt } from './host.js';
import { openFailure } from './server/open-failure.js';
import { LongRun } from './terminal/long-run.js';
import { terminalOf, type Terminal } from './terminal/terminal.js';

const examples = `
Examples:
  demarche rebuild
  DEMARCHE_LOG=sqlite:./dispute.db DEMARCHE_VIEWS=./dispute-views demarche rebuild --json`;

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
  const run = new LongRun(err);
  try {
    return await host.rebuild((done, total) => run.show(done, total));
  } catch (error) {
    throw openFailure(error, 'The views cannot be rebuilt');
  } finally {
    run.clear();
  }
}
