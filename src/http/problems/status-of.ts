import type { ProblemCode } from './problem.js';

const statuses = {
  invalid: 422,
  'unknown-party': 422,
  'unknown-issue': 422,
  'unknown-source': 422,
  'unknown-speaker': 422,
  'leaning-out-of-range': 422,
  'duplicate-leaning': 422,
  'bad-time': 422,
  'response-target-unknown': 422,
  'not-own-act': 422,
  'axis-fixed': 422,
  'beyond-head': 422,
  'quote-not-found': 422,
  'quote-ambiguous': 422,
  'already-retracted': 409,
  'not-retracted': 409,
  'id-in-use': 409,
  conflict: 409,
  'text-erased': 409,
  'likely-duplicate': 409,
  'log-altered': 409,
  'bad-json': 400,
  'bad-request': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'revision-mismatch': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  behind: 503,
  'log-away': 503,
  internal: 500,
} as const satisfies Record<ProblemCode, number>;

/** The status of a code. A text that was erased is in the way of a write (409), and gone for a reader (410). */
export function statusOf(code: ProblemCode, method: string): number {
  return code === 'text-erased' && (method === 'GET' || method === 'HEAD') ? 410 : statuses[code];
}
