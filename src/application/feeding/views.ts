import type { KnownAt } from '../asking/knowledge.js';
import type { LogEventView } from '../tracing/views.js';

/** A stance that one event shifted, at T = its recordedAt: from K just before it to K at it. */
export interface ShiftedView {
  readonly id: string;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly recorder: string;
  readonly event: string;
  readonly act: string | null;
  readonly source: string | null;
  readonly party: string;
  readonly issue: string;
  /** Bands, by label. */
  readonly from: string;
  readonly to: string;
  /** Scores. */
  readonly before: number;
  readonly after: number;
}

export interface ShiftedPageView {
  readonly items: readonly ShiftedView[];
  readonly next: string | null;
  readonly basis: { readonly knownAt: KnownAt };
}

/** An event of the log, with what it says. */
export interface TailedEventView extends LogEventView {
  readonly data: unknown;
}

/** A CloudEvent, version 1.0, in its JSON format. */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** `sequence.0` of an event of the log, `sequence.n` of the n-th stance that it shifted. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: TailedEventView | ShiftedView;
}
