import type { Command } from 'commander';
import type { Query } from '../server/client.js';

/** Flags with the names of the API's parameters in kebab case, so that commander gives them back under those names. */
const flags: readonly (readonly [flag: string, description: string])[] = [
  ['--valid-at <time>', 'T: when it was so in the world (default: today)'],
  ['--at-sequence <n>', 'K: what the log held up to this sequence'],
  ['--known-at <time>', 'K: what the log held at this time'],
  ['--model <name>', 'decayed-mean (default), latest or mean'],
  ['--model-version <n>', 'version of the model'],
  ['--codebook <n>', 'version of the code book'],
  ['--half-life-days <n>', 'half-life of an act, instead of that of the issue'],
  ['--published-until <time>', 'only sources that the public had by then'],
  ['--exclude-acts <ids>', 'as if these acts, comma-separated, had never been recorded'],
  ['--exclude-sources <ids>', 'as if these sources did not count'],
  ['--recorders <names>', 'only what these recorders recorded'],
  ['--exclude-recorders <names>', 'nothing that these recorders recorded'],
  ['--kinds <kinds>', 'only acts of these kinds: statement, threat, proposal …'],
  ['--speakers <ids>', 'only acts by these speakers'],
  ['--min-reliability <grade>', 'only acts with a source of at least this grade, A to F'],
  ['--min-attribution <attribution>', 'only acts attributed at least so: on-record, official, reported, anonymous'],
  ['--occurred-from <time>', 'only acts that occurred from then on'],
  ['--occurred-to <time>', 'only acts that occurred until then'],
  ['--mandated', 'only acts whose speaker had a mandate'],
  ['--min-sequence <n>', 'wait until the server knows this sequence'],
];

export type BasisOptions = Readonly<Record<string, string | boolean | undefined>>;

export function addBasisOptions(command: Command, { without = [] }: { without?: readonly string[] } = {}): Command {
  for (const [flag, description] of flags) {
    if (!without.some((name) => flag.startsWith(`--${name} `))) command.option(flag, description);
  }
  return command;
}

const names = flags.map(([flag]) => camelCase(flag.slice(2).split(' ')[0] ?? ''));

/** What of the options is a question's basis, as query parameters. */
export function basisQuery(options: BasisOptions): Query {
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
