import type { Ports } from '../../../src/app.module.js';
import { type Config, configOf } from '../../../src/config.js';
import { type RunningNode, startNode } from '../../../src/start-node.js';
import { Client, type Reply } from './client.js';
import { placeIn, settingsOf } from './node-place.js';

/** A whole node in this process, so that a test can hold its ports; with a log in memory, or in a directory. */
export class LocalNode extends Client {
  private constructor(private readonly node: RunningNode) {
    super(() => node.url);
  }

  /** Resolves when the node has caught up with its log, or cannot. */
  static async start(config: Config, ports?: Ports): Promise<LocalNode> {
    const node = await startNode(config, ports && { ports });
    await node.ready;
    return new LocalNode(node);
  }

  readiness(): Promise<Reply> {
    return this.get('/health/ready');
  }

  async close(): Promise<void> {
    this.hangUp();
    await this.node.close();
  }
}

export const configInMemory = configOf({ DEMARCHE_LOG: 'memory:', PORT: '0' });

/** Log and views in one directory. */
export function configIn(directory: string): Config {
  return configOf(settingsOf(placeIn(directory)));
}
