import { type Config, configOf, type Environment } from '../../src/config.js';
import { logFilesIn } from '../history/history.js';

/** Enough for every cell of the history. */
const cellsMegabytes = 512;

/** How a node is told to run on the history in the folder, its views beside it. */
export function environmentIn(folder: string): Environment {
  const place = { DEMARCHE_LOG: `sqlite:${logFilesIn(folder).log}`, DEMARCHE_VIEWS: folder };
  return { ...place, DEMARCHE_CELLS_MB: String(cellsMegabytes) };
}

export function configIn(folder: string): Config {
  return configOf(environmentIn(folder));
}
