import { Command, Option } from 'commander';
import { replayClocks } from '../../application/replaying/replay-by.js';
import { addBasisOptions, basisQuery, type BasisOptions } from '../asking/basis-options.js';
import { addEndOption, endOf, serverOf } from '../asking/end-option.js';
import type { Host } from '../host.js';
import type { Client, Query } from '../server/client.js';
import { withServer } from '../server/with-server.js';
import type { ReplayOptions } from './replay-options.js';
import { speedIn } from './speed-option.js';
import { tellReplay } from './tell-replay.js';

const keys = `
Keys, on a terminal:
  space    pause, and go on
  s, →     step: one event more, then pause
  +, −     twice, half as fast
  q        leave`;

const examples = `
Examples:
  demarche replay --party united-states --from 2025-01
  demarche replay --by known --valid-at 2025-04-22 --speed max
  demarche replay --by published --plain | grep approach-to-moscow
  demarche replay --to 2025-04-22 --json | jq -r 'select(.type == "stance") | .clock'`;

export function replayCommand(host: Host): Command {
  const command = new Command('replay')
    .description('Show stances as they came to be, event by event: a table that moves, or lines for pipes.')
    .addOption(new Option('--by <clock>', 'as it happened, was recorded, was published').choices(replayClocks))
    .option('--from <time>', 'start (default: the first act)')
    .option('--party <ids>', 'only stances of these parties, comma-separated')
    .option('--issue <ids>', 'only stances on these issues, comma-separated')
    .option(
      '--speed <n>',
      'times faster than it happened, or max (default: 604800, a week a second; max in pipes)',
      speedIn,
    )
    .option('--after <id>', 'go on after the event with this id')
    .option('--plain', 'a line an event, as where nobody watches or NO_COLOR is set')
    .option('--json', "the server's own lines, byte for byte");
  addBasisOptions(addEndOption(command)).addHelpText('after', `${keys}\n${examples}`);
  return command.action((options: ReplayOptions & BasisOptions) =>
    withServer(host, serverOf(options), (client: Client) =>
      tellReplay(host, client, { options, query: queryOf(options) }),
    ),
  );
}

function queryOf(options: ReplayOptions & BasisOptions): Query {
  const { by, from, party, issue, after } = options;
  return { ...basisQuery(options), by, from, to: endOf(options), party, issue, after };
}
