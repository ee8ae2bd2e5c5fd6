import type { Erratum } from '../shared/erratum.js';
import type { ActEvent, EventOf, FirstType } from '../shared/domain-event.js';
import { firstTypeOf } from '../shared/domain-event.js';
import { Refusal } from '../shared/refusal.js';
import { sameValue } from '../shared/same-value.js';
import type { Act } from './act.js';
import { isFirst } from './act.js';
import type { ActClaim, ActContent, CitationClaim } from './act-content.js';
import type { ActReferences } from './act-references.js';
import { checkClaim } from './check-claim.js';
import { isSameCitation, verifyCitations } from './verify-citations.js';

/** @throws Refusal as `checkClaim` and `verifyCitations` */
export function recordAct(claim: ActClaim, references: ActReferences): EventOf<FirstType> {
  checkClaim(claim, references);
  const content = { ...claim, citations: verifyCitations(claim.citations, [], references.texts) };
  return { type: firstTypeOf[claim.kind], data: content };
}

/** Replaces the whole content; a retracted act stays retracted. @throws Refusal as `recordAct` */
export function correctAct(
  act: Act,
  correction: Erratum & { readonly claim: ActClaim },
  references: ActReferences,
): EventOf<'ActCorrected'> {
  const { claim, reason, cause } = correction;
  checkClaim(claim, references);
  const content: ActContent = { ...claim, citations: verifyCitations(claim.citations, act.verified, references.texts) };
  return { type: 'ActCorrected', data: { reason, cause, content } };
}

/** @throws Refusal as `verifyCitations`; `invalid` when the act holds a citation already, or one comes twice */
export function corroborateAct(
  act: Act,
  claims: readonly CitationClaim[],
  texts: ActReferences['texts'],
): EventOf<'ActCorroborated'> {
  const citations = verifyCitations(claims, act.verified, texts);
  citations.forEach((citation, index) => {
    const before = [...act.content.citations, ...citations.slice(0, index)];
    if (!before.some((held) => sameValue(held, citation))) return;
    const detail = 'The act cites this quote already; a corroboration brings another one.';
    throw new Refusal('invalid', detail, [{ pointer: `/citations/${String(index)}`, detail }]);
  });
  return { type: 'ActCorroborated', data: { citations } };
}

/** @throws Refusal `already-retracted` */
export function retractAct(act: Act, erratum: Erratum): EventOf<'ActRetracted'> {
  if (act.retracted) throw new Refusal('already-retracted', 'This act is retracted already.');
  return { type: 'ActRetracted', data: erratum };
}

/** @throws Refusal `not-retracted` */
export function reinstateAct(act: Act, erratum: Erratum): EventOf<'ActReinstated'> {
  if (!act.retracted) throw new Refusal('not-retracted', 'Only a retracted act can be reinstated.');
  return { type: 'ActReinstated', data: erratum };
}

/** Whether recording this claim wrote this event: compared before any quote is verified. */
export function isRecordingOf(event: ActEvent, claim: ActClaim): boolean {
  return isFirst(event) && isContentOf(event.data, claim);
}

/** Whether this content is what the claim asks for. */
export function isContentOf(content: ActContent, claim: ActClaim): boolean {
  const { citations, ...rest } = content;
  const { citations: claimed, ...asked } = claim;
  return sameValue(rest, asked) && areCitationsOf(citations, claimed);
}

/** Whether these citations are what the claims ask for, in order. */
export function areCitationsOf(citations: ActContent['citations'], claims: readonly CitationClaim[]): boolean {
  return (
    citations.length === claims.length &&
    claims.every((claim, index) => {
      const citation = citations[index];
      return citation !== undefined && isSameCitation(citation, claim);
    })
  );
}
