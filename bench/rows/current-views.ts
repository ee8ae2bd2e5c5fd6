import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/', import.meta.url));
const makers = ['domain', 'projections', 'adapters/sqlite/views'];

/** Whether the folder's views were built by the very code that this run would build them with. */
export function areViewsCurrent(folder: string): boolean {
  const mark = markFile(folder);
  return existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint();
}

export function markViewsCurrent(folder: string): void {
  writeFileSync(markFile(folder), fingerprint());
}

function markFile(folder: string): string {
  return join(folder, 'built-by.txt');
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const maker of makers) {
    const names = readdirSync(join(program, maker), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => each.endsWith('.js')).sort()) {
      hash.update(name).update(readFileSync(join(program, maker, name)));
    }
  }
  return hash.digest('hex');
}
