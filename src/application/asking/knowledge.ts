/** Which knowledge a question is asked of: a sequence, a time, or whatever the node's head is; at most one of them. */
export interface KnowledgeAsked {
  readonly atSequence: number | null;
  /** A time as the client gave it; it means its end. */
  readonly knownAt: string | null;
  /** The node must have projected at least this much before it answers. */
  readonly minSequence: number | null;
}

/** K, pinned for one answer: what the log held when its last event was `sequence`. */
export interface KnownAt {
  readonly sequence: number;
  readonly recordedAt: string | null;
  readonly settled: boolean;
}
