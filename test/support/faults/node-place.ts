import { join } from 'node:path';

/** Where a node keeps what it has. */
export interface NodePlace {
  readonly log: string;
  readonly views: string;
}

/** Log and views in one directory, as a node has them when nothing else is said. */
export function placeIn(directory: string): NodePlace {
  return { log: join(directory, 'log.db'), views: directory };
}

/** The environment of a node at this place, on any free port. */
export function settingsOf({ log, views }: NodePlace): Readonly<Record<string, string>> {
  return { DEMARCHE_LOG: `sqlite:${log}`, DEMARCHE_VIEWS: views, HOST: '127.0.0.1', PORT: '0' };
}
