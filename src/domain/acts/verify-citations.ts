import { locateQuote } from '../citations/locate-quote.js';
import { Refusal } from '../shared/refusal.js';
import { sameValue } from '../shared/same-value.js';
import type { Citation, CitationClaim } from './act-content.js';
import type { ActReferences } from './act-references.js';

/**
 * Finds every quote in its source; one that an earlier version of the act held is taken as it was.
 * @throws Refusal `unknown-source`, `text-erased`, `quote-not-found`, `quote-ambiguous`, `invalid`
 */
export function verifyCitations(
  claims: readonly CitationClaim[],
  verified: readonly Citation[],
  texts: ActReferences['texts'],
): readonly Citation[] {
  return claims.map((claim, index) => {
    const earlier = verified.find((citation) => isSameCitation(citation, claim));
    return earlier ?? verifyCitation(claim, texts, `/citations/${String(index)}`);
  });
}

function verifyCitation(claim: CitationClaim, texts: ActReferences['texts'], pointer: string): Citation {
  const text = texts.get(claim.source);
  if (text === undefined) {
    const detail = `There is no source \`${claim.source}\`; capture it first.`;
    throw new Refusal('unknown-source', detail, [{ pointer: `${pointer}/source`, detail }]);
  }
  if (text === 'erased') {
    const detail = `The text of source \`${claim.source}\` was erased; it can no longer be cited.`;
    throw new Refusal('text-erased', detail, [{ pointer: `${pointer}/source`, detail }]);
  }
  return { ...claim, ...locateQuote(text, claim, pointer) };
}

/** Whether a claim is this citation; a place that the claim leaves out, start and end both, is not compared. */
export function isSameCitation(citation: Citation, claim: CitationClaim): boolean {
  const { start, end, ...rest } = claim;
  const { start: from, end: to, ...known } = citation;
  const isPlaceLeftOut = start === null && end === null;
  return (isPlaceLeftOut || (start === from && end === to)) && sameValue(rest, known);
}
