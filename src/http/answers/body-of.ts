import { hash } from 'node:crypto';

/** An answer as it is sent, and the ETag of its bytes. */
export interface Body {
  readonly text: string;
  readonly etag: string;
}

/** 132 bits of SHA-256: no two answers that a client ever sees share them. */
const etagLength = 22;
const bodies = new WeakMap<object, Body>();

/** A view in bytes. Whoever gives the same view again, from a cache of answers, has it written only once. */
export function bodyOf(view: object): Body {
  const known = bodies.get(view);
  if (known) return known;
  const body = bodyOfText(JSON.stringify(view));
  bodies.set(view, body);
  return body;
}

export function bodyOfText(text: string): Body {
  return { text, etag: `"${hash('sha256', text, 'base64url').slice(0, etagLength)}"` };
}
