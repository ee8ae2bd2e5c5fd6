import type { Command } from 'commander';

/** What `--to` gave: in front of a time span it ends the span, and a URL is the server, as everywhere. */
export interface EndOption {
  readonly to?: readonly string[];
}

export function addEndOption(command: Command): Command {
  return command.option('--to <time|url>', 'end (default: open); a URL: the server to ask, as everywhere', collected);
}

export function endOf({ to = [] }: EndOption): string | undefined {
  return to.findLast((value) => !isUrl(value));
}

export function serverOf({ to = [] }: EndOption): { readonly to?: string } {
  const url = to.findLast(isUrl);
  return url === undefined ? {} : { to: url };
}

function isUrl(value: string): boolean {
  return value.includes('://');
}

function collected(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
