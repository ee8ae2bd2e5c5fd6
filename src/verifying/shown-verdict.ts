import { base64OfHex } from '../domain/audit/base64.js';
import type { Fault } from './faults.js';
import type { Erasure } from './text-check.js';
import type { Verdict } from './verify-log.js';

/** Faults shown at most; the rest is counted. */
const faultsShown = 100;

/** The verdict for people: a line for each fault, or what was verified. */
export function shownVerdict(verdict: Verdict): string {
  const { faults } = verdict;
  if (faults.length === 0) return `${verified(verdict).join('\n')}\n`;
  const more = faults.length > faultsShown ? [`… and ${String(faults.length - faultsShown)} more`] : [];
  const lines = [...faults.slice(0, faultsShown).map(shownFault), ...more];
  return `NOT VERIFIED: ${verdict.origin}, ${String(verdict.events)} events\n${lines.join('\n')}\n`;
}

function shownFault({ sequence, what }: Fault): string {
  return sequence === null ? what : `event ${String(sequence)} ${what}`;
}

function shownErasure({ sequence, sha256, recordedAt, recorder, reason }: Erasure): string {
  return `erased: ${sha256} by ${recorder}, ${recordedAt}, event ${String(sequence)}: ${reason}`;
}

function verified({ origin, events, root, signed, texts, erased, erasures, quotes, stances }: Verdict): string[] {
  const after = events - signed;
  return [
    `verified: ${origin}, ${String(events)} events, root ${base64OfHex(root)}`,
    after === 0 ? 'signed: all of them' : `signed: the first ${String(signed)}; ${String(after)} came after`,
    `texts: ${String(texts)}, and ${String(erased)} erased; quotes found in them: ${String(quotes)}`,
    ...erasures.map(shownErasure),
    ...(stances > 0 ? [`stances computed anew, all the same: ${String(stances)}`] : []),
  ];
}
