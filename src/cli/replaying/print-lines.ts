import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Prints each line as fast as the stream takes them; ends early where nobody reads on, as `| head` does not. */
export async function printLines(stream: Writable, lines: AsyncIterable<string>): Promise<void> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  stream.once('error', leave).once('close', leave);
  try {
    await pour(stream, lines, gone.signal);
  } finally {
    stream.off('error', leave).off('close', leave);
  }
}

async function pour(stream: Writable, lines: AsyncIterable<string>, gone: AbortSignal): Promise<void> {
  for await (const line of lines) {
    if (gone.aborted) return;
    if (!stream.write(`${line}\n`)) await once(stream, 'drain', { signal: gone }).catch(ignoreLeft);
  }
}

/** Whoever stopped reading is seen at the next line; what else went wrong is for the stream's own listeners. */
function ignoreLeft(): void {
  return undefined;
}
