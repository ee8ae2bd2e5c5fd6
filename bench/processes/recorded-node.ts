import type { BenchOptions } from '../options.js';
import { runJob } from './run-job.js';
import { Server } from './server.js';

const connections = 64;
const milliseconds = 4000;

/** A node that 64 recorders write to over HTTP, each waiting for its durable and projected reply. */
export class RecordedNode {
  private recorded = 0;

  private constructor(
    private readonly server: Server,
    private readonly seed: number,
  ) {}

  static async start(env: NodeJS.ProcessEnv, { seed, profiles }: BenchOptions): Promise<RecordedNode> {
    const server = await Server.demarche(env, profiles);
    const node = new RecordedNode(server, seed);
    try {
      await server.until('/health/ready', 200);
      await node.actsPerSecond(); // once without being counted, as long as code is still being compiled
      return node;
    } catch (error) {
      await node.stop();
      throw error;
    }
  }

  /** @throws Error when a recording is refused */
  async actsPerSecond(): Promise<number> {
    const { url } = this.server;
    const seed = this.seed + this.recorded;
    this.recorded += 1;
    const { perSecond, others } = await runJob('record-acts', { url, connections, milliseconds, seed });
    if (others > 0) throw new Error(`${String(others)} recordings were refused`);
    return perSecond;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
