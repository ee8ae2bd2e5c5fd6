import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Client, type Reply } from './client.js';
import { eventually } from './eventually.js';
import { type NodePlace, settingsOf } from './node-place.js';

const program = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));
const running = new Set<NodeProcess>();

// A test that failed half-way leaves no process behind.
afterAll(() => Promise.all([...running].map((node) => node.kill())));

interface Limits {
  /** Blocks of 512 bytes that no file of the process may grow beyond. */
  readonly fileBlocksMax?: number;
}

/** The program as it is shipped, built, in a process of its own. */
export class NodeProcess extends Client {
  private said = '';
  private readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcessByStdio<null, Readable, Readable>) {
    super(() => /listening on (http:\S+),/.exec(this.said)?.[1] ?? 'http://not-listening.invalid');
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.said += String(text)));
    running.add(this);
    this.ended = once(child, 'close').then(() => running.delete(this));
  }

  /** Resolves when the node is ready. */
  static async start(place: NodePlace, limits: Limits = {}): Promise<NodeProcess> {
    const node = await NodeProcess.listening(place, limits);
    await eventually(async () => expect((await node.readiness()).status).toBe(200));
    return node;
  }

  /** Resolves when it listens, which it does before it is ready. */
  static async listening(place: NodePlace, { fileBlocksMax }: Limits = {}): Promise<NodeProcess> {
    const limit = fileBlocksMax === undefined ? '' : `ulimit -f ${fileBlocksMax};`;
    const env = { ...process.env, ...settingsOf(place), NO_COLOR: '1' };
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
    const command = [`${limit} exec "$@"`, 'sh', process.execPath, program];
    const node = new NodeProcess(spawn('sh', ['-c', ...command], { env, stdio }));
    await eventually(async () => expect(node.output).toContain('listening on'));
    return node;
  }

  /** What it wrote so far. */
  get output(): string {
    return this.said;
  }

  readiness(): Promise<Reply> {
    return this.get('/health/ready');
  }

  /** Ends it at once: it cannot do anything about it. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.end();
  }

  /** Asks it to end; resolves to its exit code. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    await this.end();
    return this.child.exitCode;
  }

  private async end(): Promise<void> {
    await this.ended;
    this.hangUp();
  }
}
