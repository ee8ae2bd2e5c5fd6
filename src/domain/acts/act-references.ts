import type { SourceText } from '../citations/source-text.js';
import type { Instant } from '../time/instant.js';

/** What a decision about an act must know of the rest of the log; gathered before, so that deciding stays pure. */
export interface ActReferences {
  readonly parties: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  readonly issues: ReadonlySet<string>;
  /** The text of every source cited that exists, or that it was erased. */
  readonly texts: ReadonlyMap<string, SourceText | 'erased'>;
  /** The act that the claim responds to; null when none was recorded before the act itself. */
  readonly target: { readonly party: string } | null;
  readonly now: Instant;
}
