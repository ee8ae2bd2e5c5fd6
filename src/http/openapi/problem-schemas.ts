import type { Schema } from './schema.js';
import { list, orNull, record, text, truth, whole, word } from './shapes.js';

const suggestion = record({ start: whole, end: whole, exact: text });
const complaint: Schema = {
  type: 'object',
  properties: { pointer: text, detail: text, suggestions: list(suggestion) },
  required: ['pointer', 'detail'],
};
const example = {
  type: 'urn:demarche:problem:invalid',
  title: 'Invalid',
  status: 422,
  detail: 'This is a JSON number; what was sent is "much".',
  code: 'invalid',
  errors: [{ pointer: '/leanings/0/value', detail: 'This is a JSON number; what was sent is "much".' }],
};

/** How every error is told (RFC 9457), and how the node is. */
export const problemSchemas: Readonly<Record<string, Schema>> = {
  Problem: {
    type: 'object',
    description: 'RFC 9457, with a stable code; facts that a client can act on, such as `revision`, stand beside.',
    properties: { type: text, title: text, status: whole, detail: text, code: text, errors: list(complaint) },
    required: ['type', 'title', 'status', 'detail', 'code'],
    example,
  },
  Liveness: record({ status: word('live') }),
  Readiness: record({
    status: word('ready', 'degraded', 'not-ready'),
    ready: truth,
    degraded: truth,
    detail: orNull(text),
    sequence: whole,
    behind: orNull(whole),
  }),
};
