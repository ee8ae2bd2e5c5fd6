import { base64OfHex } from '../domain/audit/base64.js';
import type { CheckpointText } from '../domain/audit/checkpoint.js';
import { formatVerifierKey } from '../domain/audit/verifier-key.js';
import { described } from './judge.js';
import type { Kept } from './kept.js';
import type { Outcome, Refusal } from './outcome.js';

/** The outcome for people. */
export function shownOutcome(outcome: Outcome): string {
  return `${linesOf(outcome).join('\n')}\n`;
}

function linesOf({ outcome, url, kept, before, refusal, why, ...how }: Outcome): readonly string[] {
  if (refusal) return refused(url, refusal, kept);
  if (!kept || why !== null) return [`not witnessed: ${why ?? ''}`];
  const { origin } = kept.checkpoint;
  const what = `${origin}, ${described(kept.checkpoint)}`;
  if (outcome === 'first') return [`first seen: ${what}`, ...firstKept(kept, how)];
  if (!before || outcome === 'unchanged') return [`unchanged: ${what}`];
  const more = kept.checkpoint.size - before.checkpoint.size;
  return [`consistent: ${what}; the last ${String(more)} came after ${before.seenAt}`];
}

function firstKept({ keys }: Kept, { state, isFirstUse }: Pick<Outcome, 'state' | 'isFirstUse'>): readonly string[] {
  const own = 'the server named it itself: compare it with what its operator gives you, or begin with --key';
  const lines = isFirstUse ? keys.map((key) => `trusted from now on: ${formatVerifierKey(key)}`) : [];
  return [...lines, ...(isFirstUse ? [own] : []), `kept in ${state}`];
}

function refused(url: string, { fault, detail, claimed, evidence }: Refusal, kept: Kept | null): readonly string[] {
  const where = evidence ?? 'nowhere: it could not be written';
  return [
    `REFUSED (${fault}): ${url}`,
    detail,
    ...(kept ? [`kept:     ${sizeAndRoot(kept.checkpoint)}, seen ${kept.seenAt}`] : []),
    ...(claimed ? [`shown:    ${sizeAndRoot(claimed)}`] : []),
    ...remedies(fault, kept),
    `evidence: ${where}`,
  ];
}

function sizeAndRoot({ size, root }: CheckpointText): string {
  return `size ${String(size)}, root ${base64OfHex(root)}`;
}

function remedies(fault: Refusal['fault'], kept: Kept | null): readonly string[] {
  if (fault === 'other-key' && kept)
    return ['If its operator changed the key, get the new one on a way that you trust, and give it with --key.'];
  if (fault === 'rollback')
    return ['If the address leads to several nodes, one of them may be behind: witness each by its own address.'];
  return [];
}

/** The outcome for programs: one JSON object. Sizes beyond 2^53 are exact in the notes only. */
export function outcomeAsJson({ refusal, before, kept, why, ...outcome }: Outcome): string {
  const shown = refusal && { ...headOf(refusal.claimed), note: refusal.note };
  const told = {
    ...outcome,
    before: keptAsJson(before),
    kept: keptAsJson(kept),
    refusal: refusal && { fault: refusal.fault, detail: refusal.detail, shown, evidence: refusal.evidence },
    why,
  };
  return `${JSON.stringify(told)}\n`;
}

function keptAsJson(kept: Kept | null): object | null {
  if (!kept) return null;
  const { checkpoint, keys, seenAt, note } = kept;
  return { ...headOf(checkpoint), seenAt, keys: keys.map(formatVerifierKey), note };
}

function headOf(checkpoint: CheckpointText | null): object {
  const { origin = null, size = null, root = null } = checkpoint ?? {};
  return { origin, size: size === null ? null : Number(size), root: root === null ? null : base64OfHex(root) };
}
