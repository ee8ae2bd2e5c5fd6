import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

function fileOf(name: string): string {
  return fileURLToPath(new URL(`certificate/${name}`, import.meta.url));
}

/** For 127.0.0.1, signed by itself: made for these tests, and trusted by nobody who is not told to. */
export const certificateFile = fileOf('localhost.crt');

export const tls = { key: readFileSync(fileOf('localhost.key')), certificate: readFileSync(certificateFile) };
