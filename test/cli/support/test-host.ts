import { Readable } from 'node:stream';
import type { Host } from '../../../src/cli/host.js';
import { run } from '../../../src/cli/run.js';
import { CapturedStream } from './captured-stream.js';

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** A host that nothing can be opened on, unless a test says how. */
export function testHost(parts: Partial<Host> = {}): Host & { stdout: CapturedStream; stderr: CapturedStream } {
  return {
    open: () => Promise.reject(new Error('this host opens nothing')),
    rebuild: () => Promise.reject(new Error('this host rebuilds nothing')),
    copyLog: () => Promise.reject(new Error('this host copies nothing')),
    rotateKey: () => Promise.reject(new Error('this host has no key')),
    exportViews: () => Promise.reject(new Error('this host exports nothing')),
    env: {},
    stdin: Readable.from([]),
    signal: new AbortController().signal,
    sampleDirectory: 'samples/ceasefire-2025',
    version: '1.2.3',
    ...parts,
    stdout: new CapturedStream(),
    stderr: new CapturedStream(),
  };
}

export async function runOn(parts: Partial<Host>, ...args: readonly string[]): Promise<Ran> {
  const host = testHost(parts);
  const exitCode = await run(host, args);
  return { exitCode, out: host.stdout.text, err: host.stderr.text };
}
