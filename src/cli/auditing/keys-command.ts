import { Command } from 'commander';
import type { LogKeysView } from '../../application/auditing/views.js';
import { addJsonOption, addServerOption, type JsonOption, type ServerOption } from '../asking/common-options.js';
import { printAnswer } from '../asking/print-answer.js';
import type { Host } from '../host.js';
import { ask } from '../server/ask.js';
import { openFailure } from '../server/open-failure.js';
import { withServer } from '../server/with-server.js';
import { terminalOf } from '../terminal/terminal.js';

const examples = `
Examples:
  demarche keys show > log.vkey
  demarche keys rotate`;

type ShowOptions = JsonOption & ServerOption;

export function keysCommand(host: Host): Command {
  const show = new Command('show')
    .description('Print the public keys of the log, one line each, the current one first.')
    .action((options: ShowOptions) => showKeys(host, options));
  addJsonOption(addServerOption(show));
  const rotate = new Command('rotate')
    .description('Sign with a new key from now on; the last checkpoint gets its signature too. Run it beside the log.')
    .action(() => rotateKey(host));
  return new Command('keys')
    .description('The keys that checkpoints of the log are signed with.')
    .addCommand(show)
    .addCommand(rotate)
    .addHelpText('after', examples);
}

async function showKeys(host: Host, { json, ...choice }: ShowOptions): Promise<void> {
  const out = terminalOf(host.stdout, host.env);
  await withServer(host, choice, async (client) => {
    const answer = await ask(client, '/v1/log/keys');
    const { origin, keys } = answer.json<LogKeysView>();
    if (json) printAnswer(answer, out);
    else out.print(...keys);
    if (keys.length === 0) terminalOf(host.stderr, host.env).print(`Nothing signs for ${origin}; see DEMARCHE_KEY.`);
  });
}

async function rotateKey(host: Host): Promise<void> {
  try {
    terminalOf(host.stdout, host.env).print(await host.rotateKey());
  } catch (error) {
    throw openFailure(error, 'The key cannot be rotated');
  }
  const next = 'Give it to everybody who has the former one; `demarche keys show` lists both.';
  terminalOf(host.stderr, host.env).print(`This key signs from now on. ${next}`);
}
