import type { Parameter } from './parameter.js';

const sequence = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

/** Which knowledge an answer is made of: K. */
export const knowledgeParameters: readonly Parameter[] = [
  {
    name: 'atSequence',
    says: 'As known when the log’s last event was this one: exact and repeatable. Not together with `knownAt`.',
    schema: sequence,
    example: 128,
  },
  {
    name: 'knownAt',
    says: 'As known at this time: it resolves to the last event recorded at or before its end.',
    schema: { type: 'string' },
    example: '2025-05-01',
  },
  {
    name: 'minSequence',
    says: 'Wait until this node has projected this event, to read your own writes on any node; bounded, then 503.',
    schema: sequence,
  },
];
