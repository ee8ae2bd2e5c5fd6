/** Who sends a command, and what makes a repeat of it recognisable. */
export interface Envelope {
  /** The `Idempotency-Key`, or a new UUID: kept in the event, and ids left out derive from it. */
  readonly command: string;
  /** Whether it was made up for this very request, so that nothing can be recorded under it yet. */
  readonly isNew: boolean;
  readonly recorder: string;
  /** The revision that the thing must be at (`If-Match`); null when the sender does not care. */
  readonly ifMatch: number | null;
}

/** What every write answers with. */
export interface Receipt {
  readonly id: string;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly revision: number;
  /** True when this very thing had been recorded before: the first result, given again. */
  readonly repeated: boolean;
}
