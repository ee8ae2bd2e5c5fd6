/** What a writer was told: this is in the log, at this sequence. */
export interface Acknowledged {
  readonly sequence: number;
  readonly stream: string;
}

export interface Recount {
  /** Acknowledged, and not in the log at the sequence that was named. */
  readonly lost: number;
  /** In the streams of acts without having been asked for once more. */
  readonly duplicated: number;
}

/** Holds what was acknowledged against the streams of the log, by sequence: 1 is at index 0. */
export function recounted(acknowledged: readonly Acknowledged[], streams: readonly string[]): Recount {
  const isThere = ({ sequence, stream }: Acknowledged): boolean => streams[sequence - 1] === stream;
  const asked = new Set(acknowledged.filter(isThere).map(({ sequence }) => sequence));
  const inActs = streams.filter((stream) => stream.startsWith('act-')).length;
  return {
    // Two told of the same place are one event: the other of them is nowhere.
    lost: acknowledged.length - asked.size,
    duplicated: inActs - asked.size,
  };
}
