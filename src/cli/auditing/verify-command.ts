import { Command } from 'commander';

/**
 * Stands in the list of commands only. `verify` itself is a program of its own, which needs nothing that is installed:
 * whoever runs `demarche verify` gets to it before commands are read.
 */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Verify an exported log offline, or a SQLite log where it lies: see `demarche verify --help`.')
    .addHelpText('after', '\nExamples:\n  demarche verify log.ndjson --key log.vkey');
}
