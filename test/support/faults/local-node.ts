import type { Ports } from '../../../src/app.module.js';
import { type Config, configOf, type LogSite } from '../../../src/config.js';
import { type NodeOptions, type RunningNode, startNode } from '../../../src/start-node.js';
import { Client, type Reply } from './client.js';
import { placeIn, settingsOf } from './node-place.js';

/** A whole node in this process, so that a test can hold its ports; with a log in memory, or in a directory. */
export class LocalNode extends Client {
  private constructor(private readonly node: RunningNode) {
    super(() => node.url);
  }

  /** Resolves when the node has caught up with its log, or cannot. */
  static start(config: Config, ports?: Ports): Promise<LocalNode> {
    return LocalNode.startWith(config, ports && { ports });
  }

  static async startWith(config: Config, options?: NodeOptions): Promise<LocalNode> {
    const node = await startNode(config, options);
    try {
      await node.ready;
    } catch (error) {
      await node.close();
      throw error;
    }
    return new LocalNode(node);
  }

  /** Resolves when it listens, though its log may be away; `saidAway` gets what it says of that. */
  static async listening(config: Config, ports: Ports, saidAway: string[]): Promise<LocalNode> {
    const node = await startNode(config, { ports, onAway: (why) => saidAway.push(why) });
    void node.ready.catch(() => undefined);
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

/** Where a node on this configuration keeps log and texts. */
export function logFilesOf({ log }: Config): Extract<LogSite, { readonly kind: 'sqlite' }> {
  if (log.kind !== 'sqlite') throw new Error('the log is not in a file');
  return log;
}
