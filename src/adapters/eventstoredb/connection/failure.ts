/** What a failed call means. `doubtful`: nobody knows whether it was done, and the same may be tried again. */
export type Meaning = 'wrong-revision' | 'no-stream' | 'deleted' | 'denied' | 'too-large' | 'doubtful';

const meanings: ReadonlyMap<unknown, Meaning> = new Map<unknown, Meaning>([
  ['wrong-expected-version', 'wrong-revision'],
  ['stream-not-found', 'no-stream'],
  ['no-stream', 'no-stream'],
  ['stream-deleted', 'deleted'],
  ['access-denied', 'denied'],
  ['maximum-append-size-exceeded', 'too-large'],
]);

const permissionDenied = 7;
const unauthenticated = 16;

/** A call did not settle in its time, as calls to a frozen server never do. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(milliseconds: number) {
    super(`no answer within ${String(milliseconds)} ms`);
  }
}

/**
 * Told by type and code, not by class: what fails while the client connects, it throws as it came. Whatever is not
 * known to be final is doubtful: servers say `UnknownError` for what passes within seconds, too.
 */
export function meaningOf(error: unknown): Meaning {
  if (typeof error !== 'object' || error === null) return 'doubtful';
  const known = 'type' in error ? meanings.get(error.type) : undefined;
  if (known !== undefined) return known;
  const denied = 'code' in error && (error.code === permissionDenied || error.code === unauthenticated);
  return denied ? 'denied' : 'doubtful';
}

/** As people can read it: an operator must see that it is the certificate, say. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
