/** A party, and its row of a matrix. */
interface PartyRow<R> {
  readonly id: string;
  readonly row: R;
}

/** Each pair once: the first with all after it, then the second with all after that. */
export function pairsOf<R>(
  parties: readonly string[],
  rows: readonly R[],
): readonly { readonly a: PartyRow<R>; readonly b: PartyRow<R> }[] {
  const named = rows.map((row, index) => ({ id: parties[index] ?? '', row }));
  return named.flatMap((a, index) => named.slice(index + 1).map((b) => ({ a, b })));
}
