import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where the state of a server is kept when nothing else is said: named after its address. After its origin and key it
 * could not be, since a server that shows others would then be one that was never seen.
 */
export function statePlace(url: string, env: NodeJS.ProcessEnv): string {
  const { host, pathname } = new URL(url);
  const readable = `${host}${pathname}`
    .replace(/[^a-zA-Z0-9.-]+/g, '_')
    .replace(/_$/, '')
    .slice(0, 80);
  const mark = createHash('sha256').update(url).digest('hex').slice(0, 8);
  return join(home(env), 'demarche', 'witness', `${readable}-${mark}.json`);
}

function home(env: NodeJS.ProcessEnv): string {
  const named = env['XDG_DATA_HOME'] || (process.platform === 'win32' ? env['LOCALAPPDATA'] : '');
  return named ? resolve(named) : join(homedir(), '.local', 'share');
}
