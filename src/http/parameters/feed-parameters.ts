import { shiftedType } from '../../application/feeding/feed.js';
import type { FeedFilter } from '../../application/feeding/shift-filters.js';
import { eventTypes } from '../../domain/shared/codec.js';
import type { Asked } from './asked.js';
import { knowledgeParameters } from './knowledge-parameters.js';
import { pageParameters } from './page-parameters.js';
import { type Parameter, parameters } from './parameter.js';
import { marginRange, shiftsParameters } from './stance-parameters.js';

const text = { type: 'string' };
const margin = [...shiftsParameters.values()].filter(({ name }) => name === 'margin');
const paging = pageParameters.filter(({ name }) => name !== 'q');

const cells: readonly Parameter[] = [
  { name: 'party', says: 'Of these parties, with commas between; of all when left out.', schema: text },
  { name: 'issue', says: 'Of these issues, with commas between; of all when left out.', schema: text },
];

const since = (otherwise: string): Parameter => ({
  name: 'since',
  says: `After the event with this sequence, or after what has this id; ${otherwise} when left out.`,
  schema: text,
  example: '128',
});

export const shiftListParameters = parameters(
  [since('from the first event on'), ...cells, ...margin],
  paging,
  knowledgeParameters,
);

/** Everything that a feed may tell of. */
const toldTypes: readonly string[] = [...eventTypes, shiftedType];

export const streamParameters = parameters([
  since('from now on'),
  ...cells,
  ...margin,
  {
    name: 'types',
    says: `Only events of these types, with commas between, such as \`${shiftedType}\`; all when left out.`,
    schema: text,
  },
]);

export function feedFilterOf(asked: Asked): FeedFilter {
  const beyond = asked.decimal('margin', marginRange) ?? marginRange.default;
  return { parties: asked.list('party'), issues: asked.list('issue'), margin: beyond };
}

/** @throws Refusal `invalid` for a type that there is not */
export function typesOf(asked: Asked): readonly string[] | null {
  return asked.listOf('types', toldTypes);
}
