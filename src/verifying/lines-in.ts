import { createReadStream } from 'node:fs';

const lineFeed = 0x0a;
const chunkBytes = 1 << 18;

/** A line without what ends it, to the byte. */
export interface Line {
  readonly bytes: Uint8Array;
  /** Only the last line of a file may have no line feed at its end. */
  readonly isEnded: boolean;
}

/** The lines of a file as they are needed. Only a line feed ends one: `readline` takes a carriage return away. */
export async function* linesIn(file: string): AsyncGenerator<Line> {
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      const piece = chunk.subarray(from, end);
      yield { bytes: begun.length === 0 ? piece : Buffer.concat([...begun, piece]), isEnded: true };
      begun = [];
      from = end + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) yield { bytes: Buffer.concat(begun), isEnded: false };
}
