/**
 * Every place, in code units and ascending, where `needle` stands in `text`, overlaps included. Takes time linear in
 * both, whatever they are: an ill-meant quote must not hold up the server. An empty needle is nowhere.
 */
export function occurrences(text: string, needle: string): Iterable<number> {
  if (needle.length === 0 || needle.length > text.length) return [];
  return needle.length <= nativeNeedleMax ? nativeOccurrences(text, needle) : scannedOccurrences(text, needle);
}

// V8's own search is the fastest, but its tables stop at 250 code units: beyond, a repetitive needle takes minutes.
const nativeNeedleMax = 250;

function* nativeOccurrences(text: string, needle: string): Iterable<number> {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) yield at;
}

// Knuth, Morris, Pratt.
function* scannedOccurrences(text: string, needle: string): Iterable<number> {
  const borders = bordersOf(needle);
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && needle.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (needle.charCodeAt(matched) === unit) matched++;
    if (matched === needle.length) yield at - matched + 1;
  }
}

/** For each beginning of the needle, the length of its longest proper beginning that is its end as well. */
function bordersOf(needle: string): Uint32Array {
  const borders = new Uint32Array(needle.length);
  let border = 0;
  for (let at = 1; at < needle.length; at++) {
    const unit = needle.charCodeAt(at);
    while (border > 0 && needle.charCodeAt(border) !== unit) border = borders[border - 1] ?? 0;
    if (needle.charCodeAt(border) === unit) border++;
    borders[at] = border;
  }
  return borders;
}
