import type { Writable } from 'node:stream';
import pc from 'picocolors';

export type Colors = ReturnType<typeof pc.createColors>;

/** One of the two streams, with what it can show. */
export interface Terminal {
  readonly colors: Colors;
  readonly isTerminal: boolean;
  /** In columns; without end where nobody looks at it. */
  readonly width: number;
  print(...lines: readonly string[]): void;
  /** As they are, no line break after them. */
  write(bytes: string | Uint8Array): void;
}

/** Colours only on a terminal, and only where NO_COLOR does not forbid them. */
export function terminalOf(stream: Writable, env: NodeJS.ProcessEnv): Terminal {
  const isTerminal = 'isTTY' in stream && stream.isTTY === true;
  const colorful = isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return {
    colors: pc.createColors(colorful),
    isTerminal,
    width: isTerminal ? columnsOf(stream) : Infinity,
    print: (...lines) => void stream.write(lines.map((line) => `${line}\n`).join('')),
    write: (bytes) => void stream.write(bytes),
  };
}

function columnsOf(stream: Writable): number {
  return 'columns' in stream && typeof stream.columns === 'number' && stream.columns > 0 ? stream.columns : 100;
}
