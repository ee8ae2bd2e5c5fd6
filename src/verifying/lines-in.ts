import { createReadStream } from 'node:fs';

const lineFeed = 0x0a;
const chunkBytes = 1 << 18;

/**
 * The lines of a file as they are needed, to the byte, without the line feed that ends each but perhaps the last. Only
 * that ends one: `readline` takes a carriage return away.
 */
export async function* linesIn(file: string): AsyncGenerator<Uint8Array> {
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      const piece = chunk.subarray(from, end);
      yield begun.length === 0 ? piece : Buffer.concat([...begun, piece]);
      begun = [];
      from = end + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
