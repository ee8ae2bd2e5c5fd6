import type { Schema } from './schema.js';
import { instant, list, record, ref, text, truth, whole, word } from './shapes.js';

const statements: Schema = { type: 'object', additionalProperties: { type: 'object' } };
const elements = { entity: statements, activity: statements, agent: statements };
const relations = [
  ...['wasGeneratedBy', 'used', 'wasInvalidatedBy', 'wasDerivedFrom', 'wasAttributedTo', 'wasAssociatedWith'],
  ...['actedOnBehalfOf', 'wasInfluencedBy', 'specializationOf'],
];
const textSelector = record({ type: word('TextQuoteSelector'), exact: text });
const positionSelector = record({ type: word('TextPositionSelector'), start: whole, end: whole });
const captured = record({ id: text, type: word('Text'), format: text, 'demarche:sha256': text });

/** A trace in the formats of others; W3C describes them in full. */
export const exportSchemas: Readonly<Record<string, Schema>> = {
  ProvDocument: {
    type: 'object',
    description: 'PROV-JSON, the W3C submission of 24 April 2013; a kind of statement that is not made is left out.',
    properties: {
      prefix: { type: 'object', additionalProperties: text },
      ...elements,
      ...Object.fromEntries(relations.map((relation) => [relation, statements])),
    },
    required: ['prefix', ...Object.keys(elements), 'wasGeneratedBy', 'wasAssociatedWith'],
  },
  Annotation: record({
    ...{ '@context': list({}), id: text, type: word('Annotation'), motivation: text, created: instant },
    ...{ creator: record({ id: text, name: text }), body: list({ type: 'object' }) },
    target: record({
      ...{ type: word('SpecificResource'), source: captured },
      selector: list({ anyOf: [textSelector, positionSelector] }),
    }),
    ...{ 'demarche:counts': truth, 'demarche:passage': word('present', 'erased', 'missing', 'damaged') },
  }),
  AnnotationCollection: record({
    ...{ '@context': list({}), id: text, type: word('AnnotationCollection'), label: text, total: whole },
    first: record({
      ...{ id: text, type: word('AnnotationPage'), partOf: text, startIndex: whole },
      items: list(ref('Annotation')),
    }),
  }),
};
