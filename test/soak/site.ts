import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { cancelled } from '../support/eventstoredb/faults.js';
import { StandIn } from '../support/eventstoredb/stand-in.js';
import type { SoakOptions } from './options.js';

/** The server of a soak, and what happens to it. */
export interface SoakSite {
  readonly url: string;
  /** Does the next fault; resolves when the server is whole again, to what it was. */
  fail(): Promise<string>;
  close(): Promise<void>;
}

export function siteOf({ url, faults }: SoakOptions): Promise<SoakSite> {
  return url === null || faults === null ? standInSite() : Promise.resolve(serverSite(url, faults));
}

function serverSite(url: string, command: string): SoakSite {
  const run = promisify(execFile);
  const fail = async (): Promise<string> => (await run(command, ['next'])).stdout.trim().split('\n').at(-1) ?? '';
  return { url, fail, close: async () => undefined };
}

async function standInSite(): Promise<SoakSite> {
  const standIn = await StandIn.start();
  const faults = faultsOf(standIn);
  let done = 0;
  const fail = async (): Promise<string> => {
    const [what, happen] = faults[done % faults.length]!;
    done += 1;
    await happen();
    return what;
  };
  return { url: standIn.url, fail, close: () => standIn.stop() };
}

function faultsOf(standIn: StandIn): readonly (readonly [what: string, happen: () => Promise<void>])[] {
  const awayFor = 2000;
  return [
    ['subscriptions dropped', async () => standIn.dropSubscriptions(cancelled)],
    ['killed and started again', () => standIn.restart()],
    [
      'frozen for 4 s',
      async () => {
        standIn.faults.freeze();
        await pause(2 * awayFor);
        standIn.faults.thaw();
      },
    ],
    ['subscriptions ended', async () => standIn.dropSubscriptions('end')],
    [
      'away for 2 s',
      async () => {
        await standIn.stop();
        await pause(awayFor);
        await standIn.listen();
      },
    ],
  ];
}
