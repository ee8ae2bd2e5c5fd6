import { createHash } from 'node:crypto';
import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { processorWatch } from '../measure/processor-watch.js';
import type { Rebuilt } from './fold-objects.js';

interface Hashing {
  readonly log: string;
}

/** The least that anybody does who checks a log: reads it in order, JSON.parse and SHA-256 of each event's data. */
export function hashEvents({ log }: Hashing): Rebuilt {
  const database = new Database(log, { readonly: true });
  const rows = database.prepare<[], string>('SELECT data FROM events ORDER BY sequence').pluck();
  const processorSeconds = processorWatch();
  const start = performance.now();
  let [events, understood] = [0, 0];
  for (const data of rows.iterate()) {
    if (createHash('sha256').update(data).digest().length === 32) events += 1;
    if (typeof JSON.parse(data) === 'object') understood += 1;
  }
  const seconds = (performance.now() - start) / 1000;
  database.close();
  if (understood < events) throw new Error('some events are no objects');
  return { events, seconds, processorSeconds: processorSeconds() };
}
