import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Profiles, spawnNode } from './run-job.js';

const nodeProgram = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const benchProgram = fileURLToPath(new URL('../main.js', import.meta.url));
const glance = 5;

/** A server in a process of its own. */
export class Server {
  private constructor(
    readonly url: string,
    readonly pid: number,
    private readonly child: ChildProcess,
  ) {}

  /** The whole program, as it is shipped, on any free port. It listens when this resolves, and may not be ready yet. */
  static demarche(env: NodeJS.ProcessEnv, profiles: Profiles = null): Promise<Server> {
    return Server.listening(spawnNode([nodeProgram], { PORT: '0', ...env }, profiles));
  }

  /** A bare server that gives back what it was given. */
  static raw(answers: string): Promise<Server> {
    return Server.listening(spawnNode([benchProgram, 'job', 'raw-server', JSON.stringify({ answers })], {}, null));
  }

  /** What it says is read to the end, or it could not go on saying it. */
  private static listening(child: ChildProcess): Promise<Server> {
    let said = '';
    return new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error(`the server ended before it listened: ${said}`)));
      child.stdout?.on('data', (chunk) => {
        said += String(chunk);
        const url = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
        if (url !== undefined) resolve(new Server(url, child.pid ?? 0, child));
      });
    });
  }

  /** Asks until there is an answer of this status. */
  async until(path: string, status: number): Promise<void> {
    for (;;) {
      const answer = await fetch(this.url + path);
      await answer.arrayBuffer();
      if (answer.status === status) return;
      await pause(glance);
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}
