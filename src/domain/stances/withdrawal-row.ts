import type { Instant } from '../time/instant.js';

/** A withdrawal of a party as it had effect during the log sequences [from, to): what it names, and when. */
export interface WithdrawalRow {
  /** The act that it names, by the sequence of its first recording; always less than `act`. */
  readonly target: number;
  /** The withdrawal itself, by the sequence of its first recording. */
  readonly act: number;
  readonly from: number;
  /** Infinity while it has effect. */
  readonly to: number;
  /** From when on it counts, in milliseconds since 1970. */
  readonly effective: Instant;
  /** The first instant at which it is over; Infinity unless it is a suspension. */
  readonly end: Instant;
  /** 0.01 … 1. */
  readonly certainty: number;
}
