import { join } from 'node:path';
import { alternate, type Pairs } from '../measure/alternate.js';
import { Appender } from './appender.js';
import { Inserter } from './inserter.js';
import { firstOf } from './questions.js';
import { sampleAppends } from './sample-appends.js';

interface SingleAppends {
  /** Where two log files are made. */
  readonly folder: string;
  readonly seed: number;
  readonly bursts: number;
}

const perBurst = 50;

/** Appends by the port and INSERTs in turns, a short burst of each, since a disk is never the same for long. */
export async function singleAppends({ folder, seed, bursts }: SingleAppends): Promise<Pairs> {
  const port = await Appender.to(join(folder, 'port.db'));
  const rows = await Inserter.to(join(folder, 'rows.db'));
  const appends = sampleAppends(seed);
  const burst = () => firstOf(perBurst, appends);
  await port.rate(burst()); // once without being counted, as long as code is still being compiled
  rows.rate(burst());
  const pairs = await alternate(
    bursts,
    () => port.rate(burst()),
    () => rows.rate(burst()),
  );
  await port.close();
  rows.close();
  return pairs;
}
