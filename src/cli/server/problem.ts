/** A passage that a quote was probably meant to be. */
export interface Suggestion {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

export interface ProblemError {
  /** A JSON pointer into the body, or `?name` for a query parameter. */
  readonly pointer: string;
  readonly detail: string;
  /** Where it is not that of the whole. */
  readonly code?: string;
  readonly suggestions?: readonly Suggestion[];
}

/** A refusal, as the server words it (RFC 9457) or as we do before anything is sent. */
export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly ProblemError[];
}
