/** Why what a server shows is not believed. */
export type Fault =
  'malformed' | 'other-origin' | 'other-key' | 'forged' | 'rollback' | 'fork' | 'inconsistent' | 'log-altered';

/** What the server gave for it, to the byte, as far as there is any. */
export interface Shown {
  readonly checkpoint: string | null;
  readonly proof: string | null;
}

/** The server was heard, and the answer is no. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly fault: Fault,
    message: string,
    readonly shown: Shown = { checkpoint: null, proof: null },
  ) {
    super(message);
  }
}
