import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Profiles, spawnNode } from './run-job.js';

const nodeProgram = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const benchProgram = fileURLToPath(new URL('../main.js', import.meta.url));
const glance = 5;

/** A server in a process of its own. */
export class Server {
  /** Resolves when the process is over, to the code or the signal that it ended with. */
  readonly ended: Promise<string>;

  private constructor(
    readonly url: string,
    readonly pid: number,
    private readonly child: ChildProcess,
  ) {
    // However this program ends, it ends with it.
    const kill = (): unknown => child.kill();
    process.once('exit', kill);
    this.ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        process.off('exit', kill);
        resolve(String(code ?? signal));
      });
    });
  }

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
      const listen = (chunk: unknown): void => {
        said += String(chunk);
        const url = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
        if (url === undefined) return;
        child.stdout?.off('data', listen).resume();
        resolve(new Server(url, child.pid ?? 0, child));
      };
      child.stdout?.on('data', listen);
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
    this.child.kill('SIGTERM');
    await this.ended;
  }
}
