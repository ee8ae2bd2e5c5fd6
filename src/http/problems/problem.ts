import type { Complaint, RefusalCode, RefusalFacts } from '../../domain/shared/refusal.js';

/** Codes that only the door gives, beside the domain's refusals. */
export type ProblemCode = RefusalCode | 'method-not-allowed' | 'not-acceptable' | 'bad-request' | 'internal';

/** What went wrong, as RFC 9457 has it, with a stable code beside. */
export interface Problem {
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly Complaint[];
  readonly facts?: RefusalFacts;
}

export const problemMediaType = 'application/problem+json; charset=utf-8';

/** The document that a client gets. */
export function problemText({ status, code, detail, errors = [], facts = {} }: Problem): string {
  const known = { type: `urn:demarche:problem:${code}`, title: titleOf(code), status, detail, code };
  return JSON.stringify({ ...facts, ...known, ...(errors.length > 0 && { errors }) });
}

function titleOf(code: ProblemCode): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
