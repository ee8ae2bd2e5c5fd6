/// <reference lib="es2024.string" />
import { createHash } from 'node:crypto';

/** Lower-case hex. */
export function sha256Of(utf8: Uint8Array): string {
  return createHash('sha256').update(utf8).digest('hex');
}

/** The text's UTF-8, after making sure that it has one and that it is the one that the hash names. */
export function utf8Of(sha256: string, text: string): Buffer {
  if (!text.isWellFormed()) throw new RangeError(`a text with a lone surrogate, put as ${sha256}`);
  const utf8 = Buffer.from(text, 'utf8');
  const actual = sha256Of(utf8);
  if (actual !== sha256) throw new RangeError(`a text whose SHA-256 is ${actual}, put as ${sha256}`);
  return utf8;
}
