export type RefusalCode =
  | 'invalid'
  | 'unknown-party'
  | 'unknown-issue'
  | 'unknown-source'
  | 'unknown-speaker'
  | 'leaning-out-of-range'
  | 'duplicate-leaning'
  | 'bad-time'
  | 'response-target-unknown'
  | 'not-own-act'
  | 'axis-fixed'
  | 'beyond-head'
  | 'quote-not-found'
  | 'quote-ambiguous'
  | 'already-retracted'
  | 'not-retracted'
  | 'id-in-use'
  | 'conflict'
  | 'text-erased'
  | 'likely-duplicate'
  | 'bad-json'
  | 'not-found'
  | 'revision-mismatch'
  | 'too-large'
  | 'unsupported-media-type'
  | 'behind'
  | 'log-away'
  | 'log-altered';

/** A passage of the source that the quote was probably meant to be; offsets in code points, `end` exclusive. */
export interface QuoteSuggestion {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** One thing wrong with the input: `pointer` is a JSON pointer into the body, or `?name` for a query parameter. */
export interface Complaint {
  readonly pointer: string;
  readonly detail: string;
  readonly suggestions?: readonly QuoteSuggestion[];
}

/** More facts about a refusal that a client can act on, such as the current revision of what it wanted to change. */
export type RefusalFacts = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * How the domain says no: a stable code for programs, a sentence for people. Everything else that is thrown is a
 * fault.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    detail: string,
    readonly errors: readonly Complaint[] = [],
    readonly facts: RefusalFacts = {},
  ) {
    super(detail);
  }
}
