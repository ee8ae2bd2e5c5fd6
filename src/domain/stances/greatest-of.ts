/** The positions, ascending, of so many greatest terms; of equal ones the later. At most as many as there are. */
export function greatestOf(terms: Float64Array, many: number): readonly number[] {
  // The last ones tend to be great: whatever is less than all of them need not be sorted.
  const floor = terms.subarray(-many || terms.length).reduce((least, term) => Math.min(least, term), Infinity);
  const sorted = terms.filter((term) => term >= floor).sort();
  const threshold = sorted[sorted.length - many] ?? Infinity;
  let equals = many - sorted.filter((term) => term > threshold).length;
  const positions: number[] = [];
  for (let at = terms.length - 1; at >= 0; at--) {
    const term = terms[at] ?? 0;
    if (term > threshold || (term === threshold && equals-- > 0)) positions.push(at);
  }
  return positions.reverse();
}
