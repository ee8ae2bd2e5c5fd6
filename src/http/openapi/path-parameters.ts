import type { Parameter } from '../parameters/parameter.js';

function named(name: string, says: string, example: string): Parameter {
  return { name, says, schema: { type: 'string' }, example };
}

/** What paths name. */
export const inPath = {
  party: named('id', 'The party.', 'united-states'),
  speaker: named('id', 'The speaker.', 'marco-rubio'),
  issue: named('id', 'The issue.', 'approach-to-moscow'),
  source: named('id', 'The source.', 'rubio-2025-04-18'),
  act: named('id', 'The act.', '0b6e2b1c-5d0a-4c7e-9a54-0c1a3f1b7c11'),
  event: { ...named('sequence', 'The event’s sequence in the log.', '128'), schema: { type: 'integer', minimum: 1 } },
  cell: [named('party', 'The party.', 'united-states'), named('issue', 'The issue.', 'approach-to-moscow')],
} as const;
