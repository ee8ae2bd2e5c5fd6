import { readLogFile } from '../../src/adapters/sqlite/log/read-log-file.js';
import { verifyLog } from '../../src/verifying/verify-log.js';
import { processorWatch } from '../measure/processor-watch.js';
import type { Rebuilt } from './fold-objects.js';

interface Verifying {
  readonly log: string;
}

/** Verifies a log where it lies, as `demarche verify --log` does, but for who signed it, if anybody did. */
export async function verifyEvents({ log }: Verifying): Promise<Rebuilt> {
  const processorSeconds = processorWatch();
  const start = performance.now();
  const { events, faults } = await verifyLog(readLogFile(log), { keys: [], earlier: null });
  const seconds = (performance.now() - start) / 1000;
  const others = faults.filter(({ what }) => !/^the checkpoint is (missing|not signed by a key)/.test(what));
  if (others.length > 0) throw new Error(JSON.stringify(others));
  return { events, seconds, processorSeconds: processorSeconds() };
}
