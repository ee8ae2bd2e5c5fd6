import { join } from 'node:path';
import { Inserter } from './inserter.js';
import { firstOf } from './questions.js';
import { sampleAppends } from './sample-appends.js';

const count = 500;

/** Rows per second, by one prepared INSERT per transaction. */
export async function singleInserts({ folder, seed }: { folder: string; seed: number }): Promise<number> {
  const rows = await Inserter.to(join(folder, 'rows.db'));
  const appends = sampleAppends(seed);
  rows.rate(firstOf(50, appends)); // once without being counted, as long as code is still being compiled
  const rate = rows.rate(firstOf(count, appends));
  rows.close();
  return rate;
}
