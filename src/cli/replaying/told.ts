import type { ReplayEventView, ReplaySummaryView } from '../../application/replaying/views.js';

interface Line {
  /** To go on after. */
  readonly id: string;
  /** As it came. */
  readonly line: string;
}

/** One line of a replay. */
export type Told =
  | (Line & { readonly type: 'stance'; readonly event: ReplayEventView })
  | (Line & { readonly type: 'summary'; readonly summary: ReplaySummaryView });

type Sent = { readonly id: string } & (
  ({ readonly type: 'stance' } & ReplayEventView) | ({ readonly type: 'summary' } & ReplaySummaryView)
);

/** @throws SyntaxError where the line is not whole */
export function toldIn(line: string): Told {
  const sent = JSON.parse(line) as Sent;
  const { id } = sent;
  return sent.type === 'summary'
    ? { type: 'summary', id, line, summary: sent }
    : { type: 'stance', id, line, event: sent };
}
