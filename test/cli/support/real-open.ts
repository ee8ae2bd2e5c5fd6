import type { Host } from '../../../src/cli/host.js';
import { configOf } from '../../../src/config.js';
import { startNode } from '../../../src/start-node.js';

/** Opens real nodes, on the log of the given environment unless the command says which. */
export function realOpen(env: NodeJS.ProcessEnv): Host['open'] {
  return async ({ log, views, listen }) => {
    const named = { ...(log ? { DEMARCHE_LOG: log } : {}), ...(views ? { DEMARCHE_VIEWS: views } : {}) };
    const config = configOf({ ...env, ...named });
    const node = await startNode({ ...config, ...(listen ?? { host: '127.0.0.1', port: 0 }) });
    await node.ready;
    return node;
  };
}
