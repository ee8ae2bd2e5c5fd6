import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { makeFolder } from '../files/make-folder.js';
import { Failure } from './failure.js';
import { fileFailure } from './file-failure.js';
import type { Host } from './host.js';
import { openFailure } from './server/open-failure.js';
import { terminalOf } from './terminal/terminal.js';

const examples = `
Examples:
  demarche views export /tmp/views.db
  DEMARCHE_VIEWS_SEED=/tmp/views.db DEMARCHE_VIEWS=./views-b demarche serve --port 3001`;

export function viewsCommand(host: Host): Command {
  const exporting = new Command('export')
    .description('Copy the views into one new file, also while a node writes them, for another node to begin with.')
    .argument('<file>', 'the file to make')
    .addHelpText('after', examples)
    .action((file: string) => exportTo(host, file));
  return new Command('views').description('What a node answers from.').addCommand(exporting);
}

async function exportTo(host: Host, file: string): Promise<void> {
  if (existsSync(file)) throw new Failure(2, `${file} exists already; name a new file.`);
  assertWritable(file);
  try {
    await host.exportViews(file);
  } catch (error) {
    throw openFailure(error, 'The views cannot be exported');
  }
  const how = `start a node with DEMARCHE_VIEWS_SEED=${file} and a DEMARCHE_VIEWS of its own`;
  terminalOf(host.stderr, host.env).print(`Exported the views to ${file}; ${how}.`);
}

/** That a file can be made there, in a directory that is made where it is missing. */
function assertWritable(file: string): void {
  const directory = dirname(resolve(file));
  try {
    makeFolder(directory);
    accessSync(directory, constants.W_OK);
  } catch (error) {
    throw fileFailure(error, file, 'written');
  }
}
