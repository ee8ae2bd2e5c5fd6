import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { note } from '../measure/note.js';
import { type HistorySize, type LogFiles, writeLog } from './write-log.js';

/** Raised when what is made from a seed changes. */
const makerVersion = 1;

/** The folder with a log of this size, its texts and, once they were built, its views; made when it is missing. */
export async function historyIn(directory: string, size: HistorySize, fresh: boolean): Promise<string> {
  const folder = join(directory, `history-${String(makerVersion)}-${String(size.acts)}-${String(size.seed)}`);
  if (fresh) rmSync(folder, { recursive: true, force: true });
  if (existsSync(folder)) return folder;
  const making = `${folder}-making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await writeLog(logFilesIn(making), size, (done) => note(`making the history: ${String(done)} events`));
  renameSync(making, folder);
  return folder;
}

export function logFilesIn(folder: string): LogFiles {
  return { log: join(folder, 'log.db'), texts: join(folder, 'log-texts.db') };
}
