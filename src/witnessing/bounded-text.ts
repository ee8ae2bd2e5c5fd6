import { Refused } from './refused.js';

/** Many times what any checkpoint, list of keys or proof takes. */
const bytesMax = 262_144;

/** The body of an answer, of which no more is read than it may have. @throws Refused `malformed` */
export async function boundedText({ body }: Response): Promise<string> {
  return body ? textOf(await bytesOf(body.getReader())) : '';
}

async function bytesOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let { value } = await reader.read(); value; { value } = await reader.read()) {
    length += value.length;
    chunks.push(value);
    if (length > bytesMax) await reader.cancel();
  }
  if (length > bytesMax) throw new Refused('malformed', `An answer is longer than ${String(bytesMax)} bytes.`);
  return Buffer.concat(chunks);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('malformed', 'An answer is not in UTF-8.');
  }
}
