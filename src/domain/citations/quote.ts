/**
 * A passage as a recorder quotes it: W3C TextQuoteSelector and TextPositionSelector in one. `prefix` and `suffix` are
 * what stands right before and after it; `start` and `end` are code point offsets, `end` exclusive.
 */
export interface Quote {
  readonly exact: string;
  readonly prefix?: string | null;
  readonly suffix?: string | null;
  readonly start?: number | null;
  readonly end?: number | null;
}
