import type { Command } from 'commander';

export interface ServerOption {
  readonly to?: string;
}

export interface JsonOption {
  readonly json?: true;
}

export function addServerOption(command: Command): Command {
  return command.option('--to <url>', 'the server to ask (default: DEMARCHE_URL, else DEMARCHE_LOG in this process)');
}

export function addJsonOption(command: Command): Command {
  return command.option('--json', "print the server's answer, byte for byte");
}
