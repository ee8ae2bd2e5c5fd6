import type { Client, Reply } from './client.js';
import { recordAct } from './recordings.js';

const recordersMax = 32;

/**
 * Recorders who share a heap of acts. Each takes the next act and sends it, with one key, until it is acknowledged:
 * when the connection breaks, again to whatever node there is by then.
 */
export class TirelessRecorders {
  /** The sequence that was acknowledged for each act, by the act's number. */
  readonly acknowledged = new Map<number, unknown>();
  private readonly waiting = new Map<number, () => void>();
  private taken = 0;

  constructor(
    public node: Promise<Client>,
    private readonly count: number,
  ) {}

  /** Resolves when every act is acknowledged. */
  async record(): Promise<void> {
    await Promise.all(Array.from({ length: recordersMax }, () => this.recordInTurn()));
  }

  /** Resolves when so many acts are acknowledged, while others are under way. */
  after(count: number): Promise<void> {
    return new Promise((resolve) => (this.acknowledged.size < count ? this.waiting.set(count, resolve) : resolve()));
  }

  private async recordInTurn(): Promise<void> {
    while (this.taken < this.count) {
      const number = (this.taken += 1);
      const { sequence } = (await this.acknowledgement(number)).json;
      this.acknowledged.set(number, sequence);
      this.waiting.get(this.acknowledged.size)?.();
    }
  }

  private async acknowledgement(number: number): Promise<Reply> {
    for (;;) {
      const node = await this.node;
      const reply = await recordAct(node, number).catch(() => null);
      if (reply?.status === 201 || reply?.status === 200) return reply;
      if (reply) throw new Error(`act ${number} was refused: ${reply.status} ${reply.text}`);
      // Whoever killed the node has put the next one in its place by the time its connections break.
      if (node === (await this.node)) throw new Error(`act ${number} found no server`);
    }
  }
}
