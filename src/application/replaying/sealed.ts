import { hash } from 'node:crypto';

/** 66 bits: what is sealed is no secret, it is to be told from what was mutilated, and from that of other questions. */
const checksumLength = 11;

/** A text that a client hands back as it is, and only with the same question. */
export function seal(asked: string, text: string): string {
  return Buffer.from(checksumOf(asked, text) + text).toString('base64url');
}

/** The text that was sealed for this very question; null for whatever else, be it one character off. */
export function unseal(asked: string, sealed: string): string | null {
  const text = Buffer.from(sealed, 'base64url').toString('utf8').slice(checksumLength);
  return seal(asked, text) === sealed ? text : null;
}

function checksumOf(asked: string, text: string): string {
  return hash('sha256', JSON.stringify([asked, text]), 'base64url').slice(0, checksumLength);
}
