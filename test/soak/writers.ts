import { setTimeout as pause } from 'node:timers/promises';
import type { Client, Reply } from '../support/faults/client.js';
import { actBody, actId, recordAct } from '../support/faults/recordings.js';
import type { Acknowledged } from './recount.js';

const writersPerNode = 8;
const breath = 20;
const corrected = 5;
const repeated = 7;
/** After the end the server is whole, and every node must find that out by itself. */
const patience = 120_000;

/**
 * Writers on every node who each send one request, with one key, until it is acknowledged, and then the next. Some acts
 * are corrected, and some requests sent once more to the next node, which must say the same.
 */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  /** When each node acknowledged something. */
  readonly times: readonly number[][];
  /** What nobody may answer to such requests. */
  readonly wrong: string[] = [];
  retries = 0;
  /** Acts that were begun: their numbers are 1 to this. */
  acts = 0;
  private end = Infinity;

  constructor(private readonly nodes: readonly Client[]) {
    this.times = nodes.map(() => []);
  }

  /** Resolves when the time is over and everything that was begun is acknowledged, or given up. */
  async write(milliseconds: number): Promise<void> {
    this.end = performance.now() + milliseconds;
    const each = Array.from({ length: writersPerNode }, () => this.nodes.map((_, node) => this.writeAt(node)));
    await Promise.all(each.flat());
  }

  private async writeAt(node: number): Promise<void> {
    while (performance.now() < this.end) {
      await this.writeAct(node, (this.acts += 1));
      await pause(breath);
    }
  }

  private async writeAct(node: number, number: number): Promise<void> {
    const record = (client: Client): Promise<Reply> => recordAct(client, number);
    const sequence = await this.settled(node, record);
    this.note(number, sequence);
    if (number % corrected === 0) this.note(number, await this.settled(node, (client) => correct(client, number)));
    if (number % repeated > 0) return;
    const again = await this.settled((node + 1) % this.nodes.length, record);
    if (again !== sequence) this.wrong.push(`act ${number}: ${sequence}, and when it was repeated ${again}`);
  }

  /** The sequence that the node names in the end; 0 when it never does. */
  private async settled(node: number, send: (client: Client) => Promise<Reply>): Promise<number> {
    for (;;) {
      const reply = await send(this.nodes[node]!).catch(() => null);
      if (reply !== null && isAcknowledged(reply)) {
        this.times[node]!.push(performance.now());
        return Number(reply.json['sequence']);
      }
      if (!mayPass(reply) || performance.now() > this.end + patience) {
        this.wrong.push(reply === null ? 'a node does not answer' : `${reply.status} ${reply.text}`);
        return 0;
      }
      this.retries += 1;
      await pause(breath);
    }
  }

  private note(number: number, sequence: number): void {
    if (sequence > 0) this.acknowledged.push({ sequence, stream: `act-${actId(number)}` });
  }
}

function isAcknowledged({ status }: Reply): boolean {
  return status === 201 || status === 200;
}

/** Whether the same may be acknowledged later: no answer, or the log is away. */
function mayPass(reply: Reply | null): boolean {
  return reply === null || reply.status === 503;
}

function correct(client: Client, number: number): Promise<Reply> {
  const act = { ...actBody(number), id: undefined, summary: `What was said, number ${number}, corrected.` };
  const body = { reason: 'It was misheard.', act };
  return client.post(`/v1/acts/${actId(number)}/corrections`, body, `correction-${number}`);
}
