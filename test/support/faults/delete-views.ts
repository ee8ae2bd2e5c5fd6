import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Deletes every file of the views in the directory; the log and its texts stay. */
export function deleteViews(directory: string): void {
  const files = readdirSync(directory).filter((name) => name.startsWith('views-'));
  files.forEach((name) => rmSync(join(directory, name)));
}
