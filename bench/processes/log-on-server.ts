import { cpSync } from 'node:fs';
import type { Environment } from '../../src/config.js';
import { logSiteOf } from '../../src/config.js';
import { copyLog } from '../../src/copy-log.js';
import { logFilesIn } from '../history/history.js';
import { note } from '../measure/note.js';

interface Move {
  /** Where a log is, which stays as it is. */
  readonly from: string;
  /** An empty folder for what moving it leaves behind. */
  readonly by: string;
  readonly url: string;
}

/** Copies the log to the EventStoreDB, under streams of its own, and says how a node is told to run on it there. */
export async function logOnServer({ from, by, url }: Move): Promise<Environment> {
  const { log, texts } = logFilesIn(by);
  cpSync(logFilesIn(from).log, log);
  cpSync(logFilesIn(from).texts, texts);
  const there = { DEMARCHE_LOG: url, DEMARCHE_STREAM_PREFIX: `bench-${crypto.randomUUID().slice(0, 8)}.` };
  const { events } = await copyLog({
    from: logSiteOf(`sqlite:${log}`, there, '--from'),
    to: logSiteOf(url, there, '--log'),
    recorder: 'bench',
    instead: false,
    onProgress: ({ doing, done }) => note(`${doing}: ${String(done)}`),
    signal: new AbortController().signal,
  });
  note(`${String(events)} events are in the EventStoreDB`);
  return there;
}
