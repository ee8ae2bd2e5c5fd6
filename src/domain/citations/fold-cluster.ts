const quotationMarks = /["'`´‘’‚‛“”„‟‹›«»′″‵‶「」『』〝〞〟＂＇]/g;
const foldable = /["'`´‘’‚‛“”„‟‹›«»′″‵‶「」『』〝〞〟＂＇\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Dash}]/u;

/**
 * Writes a character and its combining marks in the one way in which lenient search compares: quotation marks, white
 * space and dashes each as one sort, what shows nothing (soft hyphen, zero width, bidi controls) not at all. NFD does
 * what NFC would, two texts being equal in both or in neither, but works character by character.
 */
export function foldCluster(cluster: string): string {
  const decomposed = cluster.normalize('NFD');
  if (!foldable.test(decomposed)) return decomposed;
  return decomposed
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(quotationMarks, "'")
    .replace(/\p{White_Space}/gu, ' ')
    .replace(/\p{Dash}/gu, '-');
}
