/** The positions, ascending, of so many greatest terms out of more; of equal ones the later. */
export function greatestOf(terms: Float64Array, many: number): readonly number[] {
  const sorted = greatOnes(terms, many).sort();
  const threshold = sorted[sorted.length - many] ?? Infinity;
  let equals = many - sorted.subarray(sorted.lastIndexOf(threshold) + 1).length;
  const positions: number[] = [];
  for (let at = terms.length - 1; at >= 0 && positions.length < many; at--) {
    const term = terms[at] ?? 0;
    if (term > threshold || (term === threshold && equals-- > 0)) positions.push(at);
  }
  return positions.reverse();
}

/** The last terms tend to be great: what is less than all of them need not be sorted. */
function greatOnes(terms: Float64Array, many: number): Float64Array {
  let floor = Infinity;
  for (let at = terms.length - many; at < terms.length; at++) floor = Math.min(floor, terms[at] ?? 0);
  const great = new Float64Array(terms.length);
  let count = 0;
  for (const term of terms) if (term >= floor) great[count++] = term;
  return great.subarray(0, count);
}
