import { hash } from 'node:crypto';

/** An answer as it is sent, and the ETag of its bytes. */
export interface Body {
  /** Not the text: one character beyond Latin-1 doubles that in memory, and it is encoded anew each time it is sent. */
  readonly bytes: Buffer;
  readonly etag: string;
  /** What it was computed on, where it says so. */
  readonly basis?: object;
}

/** 132 bits of SHA-256: no two answers that a client ever sees share them. */
const etagLength = 22;
const bodies = new WeakMap<Remembered, Body>();

/** An answer that may be asked for again, and is the same whenever it is taken. */
export interface Remembered {
  take(): object;
}

export function bodyOf(view: object): Body {
  const body = bodyOfText(JSON.stringify(view));
  return 'basis' in view && typeof view.basis === 'object' && view.basis ? { ...body, basis: view.basis } : body;
}

/** An answer in bytes, written once for as long as it is remembered. */
export function bodyOfRemembered(answer: Remembered): Body {
  const known = bodies.get(answer);
  if (known) return known;
  const body = bodyOf(answer.take());
  bodies.set(answer, body);
  return body;
}

export function bodyOfText(text: string): Body {
  const bytes = Buffer.from(text);
  return { bytes, etag: `"${hash('sha256', bytes, 'base64url').slice(0, etagLength)}"` };
}
