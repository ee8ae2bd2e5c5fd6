import type { Writable } from 'node:stream';
import type { Copied, CopyPlan } from '../application/moving/copy-log.js';

/** Where a server listens; port 0 is any free one. */
export interface Listen {
  readonly host: string;
  readonly port: number;
}

/** What a server is started on; what is left out comes from the environment. */
export interface ServerOptions {
  readonly log?: string;
  readonly views?: string;
  /** Left out: a free port of the loopback interface. */
  readonly listen?: Listen;
  /** The log cannot be reached yet, and why; without this, that ends the attempt. */
  readonly onAway?: (why: string) => void;
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface Rebuilt {
  readonly events: number;
  readonly seconds: number;
}

export type CopyLogOptions = Pick<CopyPlan, 'from' | 'to' | 'recorder' | 'instead' | 'onProgress'>;

/**
 * What the composition root gives to the commands. They know nothing of logs and views: they talk HTTP, to a server
 * elsewhere or to one that the host starts in this process.
 */
export interface Host {
  /** Rejects when the log cannot be opened, or, with its `code` EADDRINUSE, when another program has the port. */
  open(options: ServerOptions): Promise<RunningServer>;
  /** Builds the views from nothing. */
  rebuild(onProgress: (done: number, total: number) => void): Promise<Rebuilt>;
  /** Copies the finished views into a new file, also while a node writes them. */
  exportViews(file: string): Promise<void>;
  /** Moves a log to another place: `from` and `to` are written as DEMARCHE_LOG is. */
  copyLog(options: CopyLogOptions): Promise<Copied>;
  /** Signs with a new key from now on; gives its public part as one line. */
  rotateKey(): Promise<string>;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  readonly sampleDirectory: string;
  readonly version: string;
}
