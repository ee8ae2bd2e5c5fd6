import { SqliteNotary } from './adapters/sqlite/notary/sqlite-notary.js';
import { SqliteEventLog } from './adapters/sqlite/log/sqlite-event-log.js';
import { SystemClock } from './adapters/system/system-clock.js';
import { BadConfig, type Config } from './config.js';
import { originOf } from './domain/audit/checkpoint.js';
import { formatVerifierKey } from './domain/audit/verifier-key.js';
import { Codec } from './domain/shared/codec.js';
import { beginning } from './ports/event-log.js';

/**
 * Lets a new key sign for the log from now on, also while a node runs on it; gives its verifier key.
 * @throws BadConfig where the key is not this program's to make; LogNotReadable, LogAway
 */
export async function rotateKey({ log: site, key }: Config): Promise<string> {
  if (site.kind !== 'sqlite' || !key || key.file === ':memory:') {
    const how = 'put a new private key at the beginning of its file, and the public part of the former one after it';
    throw new BadConfig(`The key of this log is configured, not made: ${how}`);
  }
  const log = await SqliteEventLog.open({ file: site.file, clock: new SystemClock() });
  const notary = await SqliteNotary.open({ keyFile: key.file, mayGenerate: true });
  try {
    const [first] = (await log.readAll(beginning, 1)).events;
    const opened = first && new Codec().decode(first);
    if (opened?.type !== 'LogOpened') throw new BadConfig(`${site.file} does not begin as a log does`);
    return formatVerifierKey(await notary.rotate(originOf(opened.data.logId)));
  } finally {
    await notary.close();
    await log.close();
  }
}
