/** How long to wait for what, in milliseconds. */
export interface Timing {
  /** For one call to answer, or for the next part of its answer; then its outcome is unknown. */
  readonly call: number;
  /** For a server that does not answer, over all attempts; then the log is away. */
  readonly patience: number;
  /** For any sign of life on a subscription; then it is replaced. */
  readonly silence: number;
  /** Before the first new attempt; each further one waits twice as long. */
  readonly pause: number;
  readonly pauseMax: number;
}

export const defaultTiming: Timing = { call: 3_000, patience: 10_000, silence: 10_000, pause: 50, pauseMax: 2_000 };

/** Between two attempts: longer each time, and never the same for all nodes that lost the same server. */
export function pauseBefore(attempt: number, { pause, pauseMax }: Timing): number {
  let length = pause;
  for (let made = 0; made < attempt && length < pauseMax; made += 1) length *= 2;
  return Math.min(length, pauseMax) * (0.5 + Math.random() / 2);
}
