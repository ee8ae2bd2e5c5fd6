import { Command } from 'commander';

/** Stands in the list of commands only, as `verify` does: a program of its own, for machines with Node alone. */
export function witnessCommand(): Command {
  return new Command('witness')
    .description(
      'Keep the last checkpoint of a server, refuse one that does not continue it: see `demarche witness --help`.',
    )
    .addHelpText('after', '\nExamples:\n  demarche witness https://positions.example.org --key log.vkey');
}
