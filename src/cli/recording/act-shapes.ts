import { actionModes, actKinds, attributions } from '../../domain/acts/act-kind.js';
import { type Fields, listOf, mapping, number, oneOf, type Shape, slug, text, time } from './shape.js';

const translation = mapping({ required: { language: text, text, by: oneOf(['human', 'machine']) } });
const leaning = mapping({ required: { issue: slug, value: number }, optional: { note: text } });
const term = mapping({ required: { issue: slug, text } });

/** `source` may be left out where the document has one. */
export const citationShape = mapping({
  required: { exact: text },
  optional: { source: slug, prefix: text, suffix: text, start: number, end: number, translation },
});

const fields: Fields = {
  required: {
    kind: oneOf(actKinds),
    occurred: time,
    summary: text,
    attribution: oneOf(attributions),
    citations: listOf(citationShape),
  },
  optional: {
    speaker: slug,
    addressees: listOf(slug),
    until: time,
    leanings: listOf(leaning),
    certainty: number,
    condition: text,
    mode: oneOf(actionModes),
    inResponseTo: text,
    joint: text,
    threat: mapping({ required: { measure: text }, optional: { deadline: time } }),
    proposal: mapping({ required: { terms: listOf(term) } }),
  },
};

/** An act of a document: by one `party`, or by `parties` jointly. */
export const documentActShape = mapping({
  required: fields.required,
  optional: { ...fields.optional, key: slug, party: slug, parties: listOf(slug) },
});

/** The whole new content of an act, in a correction. */
export const correctedActShape: Shape = mapping({
  required: { ...fields.required, party: slug },
  ...(fields.optional ? { optional: fields.optional } : {}),
});
