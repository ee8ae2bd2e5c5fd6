/** A thing as its stream tells it: the latest content, and the revision that did it (0 is the first). */
export interface Entity<C> {
  readonly content: C;
  readonly revision: number;
}
