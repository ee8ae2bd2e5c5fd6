import type { SegmentView } from '../../application/asking/views.js';

/** In milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const marginShare = 0.04;

/** From the first segment to a little after the last that an act made; the long fading after it tells nothing new. */
export function drawnSpan(segments: readonly SegmentView[]): Span | null {
  const first = segments[0];
  const last = segments.findLast(({ acts }) => acts.length > 0) ?? first;
  if (!first || !last || segments.every(({ score }) => score === null)) return null;
  const from = Date.parse(first.from);
  const step = Date.parse(last.from);
  const margin = Math.max((step - from) * marginShare, 86_400_000);
  const end = segments.at(-1)?.to ?? null;
  return { from, to: end === null ? step + margin : Math.min(step + margin, Date.parse(end)) };
}

/** The score in the middle of each of so many equal parts of the span; null where there is none. */
export function sampledScores(
  segments: readonly SegmentView[],
  { from, to }: Span,
  count: number,
): readonly (number | null)[] {
  const width = (to - from) / count;
  return Array.from({ length: count }, (_, index) => scoreAt(segments, from + (index + 0.5) * width));
}

function scoreAt(segments: readonly SegmentView[], instant: number): number | null {
  return segments.findLast((segment) => Date.parse(segment.from) <= instant)?.score ?? null;
}
