/**
 * What became of the bytes of an erased text in one place. `asked`: nothing was tried yet; `running`: they are being
 * removed; `refused`: for want of rights; `unreachable`, `failed`: `detail` says why. All but `done` are tried again.
 */
export type RemovalState = 'asked' | 'running' | 'done' | 'refused' | 'unreachable' | 'failed';

export interface RemovalPlace {
  /** A file of this node, or `host:port` of a server that keeps a copy. */
  readonly place: string;
  readonly state: RemovalState;
  /** The server's own id of its latest scavenge for it; null where there is none. */
  readonly scavenge: string | null;
  readonly detail: string | null;
}

/** Whether no byte is left anywhere, as far as is known: nothing is known before the first place is. */
export function isRemoved(places: readonly RemovalPlace[]): boolean {
  return places.length > 0 && places.every(({ state }) => state === 'done');
}
