/** The one place that time comes from: milliseconds since 1970-01-01T00:00Z. It may jump, also backwards. */
export abstract class Clock {
  abstract now(): number;
}
