/** Something done to the server, and when. Times in milliseconds of one monotonic clock. */
export interface DoneFault {
  readonly what: string;
  readonly at: number;
}

/**
 * The longest time without an acknowledgement that each fault was followed by, before the next fault: in milliseconds,
 * also where it had begun before or went on after.
 * @param acknowledged when the acknowledgements came, rising
 * @param end when the writers stopped
 */
export function gapsAfter(faults: readonly DoneFault[], acknowledged: readonly number[], end: number): number[] {
  const points = [...acknowledged, end];
  return faults.map(({ at }, index) => {
    const until = faults[index + 1]?.at ?? end;
    let longest = 0;
    points.forEach((point, number) => {
      const before = points[number - 1] ?? at;
      if (point > at && before < until) longest = Math.max(longest, point - before);
    });
    return longest;
  });
}
