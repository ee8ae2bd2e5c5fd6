import { join } from 'node:path';
import { viewsVersion } from './views-schema.js';

/** One file a version: another version of the views is another file. */
export function viewsFileIn(directory: string): string {
  return join(directory, `views-${String(viewsVersion)}.db`);
}
