import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Rows of DESIGN section 10 to measure; all when empty. */
  readonly rows: readonly number[];
  readonly acts: number;
  readonly seed: number;
  readonly directory: string;
  readonly rounds: number;
  readonly fresh: boolean;
  /** An EventStoreDB, to measure what depends on it. */
  readonly log: string | null;
  readonly json: string | null;
  /** Where the processes measured leave their CPU profiles. */
  readonly profiles: string | null;
}

export const help = `Usage: npm run bench -- [options]

Measures what DESIGN section 10 promises, each row against its baseline in the same run, and prints the ratios.
More is better in every figure but memory and restart; 'reached' is ours / baseline, 'range' its least and greatest.

  --rows 1,4,6     only these rows of the table (1 2 4 to 13, 16 17); 8 wants DuckDB, see there
  --acts N         acts in the history (default 1000000); kept for the next run
  --seed N         what the history is made from (default 1)
  --dir DIR        where histories and throw-away files go (default: a folder in the system's for temporary files)
  --rounds N       how often each side is measured (default 3)
  --fresh          makes the history anew
  --log esdb://…   instead the rows 14 and 15: a new node, and 64 recorders, on this EventStoreDB beside the same on SQLite
  --json FILE      also writes the results as JSON
  --profile DIR    leaves a CPU profile of every process measured; the figures are not to be trusted then
  --help           shows this
`;

const options = {
  rows: { type: 'string' },
  acts: { type: 'string', default: '1000000' },
  seed: { type: 'string', default: '1' },
  dir: { type: 'string', default: join(tmpdir(), 'demarche-bench') },
  rounds: { type: 'string', default: '3' },
  fresh: { type: 'boolean', default: false },
  log: { type: 'string' },
  json: { type: 'string' },
  profile: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** What the command line asks for; null when it asks for help. @throws TypeError, RangeError */
export function optionsOf(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return null;
  const { dir, fresh, log = null, json = null, profile = null } = values;
  return {
    ...{ directory: dir, fresh, log, json, profiles: profile },
    rows: (values.rows ?? '').split(',').filter(Boolean).map(wholeOf('--rows')),
    acts: wholeOf('--acts')(values.acts),
    seed: wholeOf('--seed')(values.seed),
    rounds: Math.max(1, wholeOf('--rounds')(values.rounds)),
  };
}

function wholeOf(name: string): (text: string) => number {
  return (text) => {
    if (/^\d+$/.test(text)) return Number(text);
    throw new RangeError(`${name} takes whole numbers, not ${text}`);
  };
}
