import { entryParameters, listParameters } from '../answers/catalogue-answers.js';
import { inPath } from './path-parameters.js';
import { Reads } from './reads.js';

const kinds = {
  party: { schema: 'Party', one: 'a party', many: 'parties' },
  speaker: { schema: 'Speaker', one: 'a speaker', many: 'speakers' },
  issue: { schema: 'Issue', one: 'an issue', many: 'issues' },
  source: { schema: 'Source', one: 'a source', many: 'sources' },
} as const;
type Kind = keyof typeof kinds;

/** Documents the list of a kind of entry. */
export function ReadsEntries(kind: Kind): MethodDecorator {
  const { schema, many } = kinds[kind];
  return Reads({ summary: `List ${many}, by id`, query: listParameters, answers: `${schema}Page`, etag: 'bytes' });
}

/** Documents one entry. */
export function ReadsEntry(kind: Kind): MethodDecorator {
  const { schema, one } = kinds[kind];
  return Reads({
    summary: `Get ${one}`,
    path: [inPath[kind]],
    query: entryParameters,
    answers: schema,
    etag: 'revision',
    refuses: ['not-found'],
  });
}

/** Documents the history of one entry. */
export function ReadsEntryHistory(kind: Kind): MethodDecorator {
  const { schema, one } = kinds[kind];
  return Reads({
    summary: `Get every version of ${one}, with who, when, why`,
    path: [inPath[kind]],
    query: entryParameters,
    answers: `${schema}History`,
    etag: 'bytes',
    refuses: ['not-found'],
  });
}
