import { causes } from '../../domain/shared/erratum.js';
import { citationShape, correctedActShape } from './act-shapes.js';
import { issueFields, partyFields, sourceFields, speakerFields } from './catalogue-shapes.js';
import type { Thing } from './planned.js';
import type { Json } from './record-document.js';
import { type Fields, listOf, mapping, oneOf, type Shape, slug, text } from './shape.js';

interface VerbRoute {
  readonly thing: Thing;
  readonly method: 'POST' | 'PUT';
  readonly path: (id: string) => string;
  readonly fields: Fields;
}

const because: Fields = { required: { reason: text }, optional: { cause: oneOf(causes) } };

/** What a change can do, each named by the key that names its target. */
export const verbs = {
  correct: onAct('correction', 'corrections', {
    ...because,
    required: { ...because.required, act: correctedActShape },
  }),
  corroborate: onAct('corroboration', 'citations', { required: { citations: listOf(citationShape) } }),
  retract: onAct('retraction', 'retractions', because),
  reinstate: onAct('reinstatement', 'reinstatements', because),
  retractSource: onSource('retraction', 'retractions'),
  reinstateSource: onSource('reinstatement', 'reinstatements'),
  describeParty: describing('parties', partyFields),
  describeSpeaker: describing('speakers', speakerFields),
  reframeIssue: describing('issues', issueFields),
  describeSource: describing('sources', sourceFields),
} satisfies Record<string, VerbRoute>;

export type Verb = keyof typeof verbs;

export const actVerbs = ['correct', 'corroborate', 'retract', 'reinstate'] as const;
export type ActVerb = (typeof actVerbs)[number];

export function isActVerb(verb: Verb): verb is ActVerb {
  return actVerbs.some((each) => each === verb);
}

/** The verb of a change; null where there is none, or more than one. */
export function verbOf(change: Json): Verb | null {
  const [verb, another] = Object.keys(change).filter(isVerb);
  return verb === undefined || another !== undefined ? null : verb;
}

function isVerb(key: string): key is Verb {
  return Object.hasOwn(verbs, key);
}

/** What a change with this verb looks like. */
export function changeShape(verb: Verb): Shape {
  const { required, optional = {} } = verbs[verb].fields;
  return mapping({ required: { [verb]: isActVerb(verb) ? text : slug, ...required }, optional });
}

function onAct(thing: Thing, resource: string, fields: Fields): VerbRoute {
  return { thing, method: 'POST', path: (id) => `/v1/acts/${encodeURIComponent(id)}/${resource}`, fields };
}

function onSource(thing: Thing, resource: string): VerbRoute {
  return { thing, method: 'POST', path: (id) => `/v1/sources/${encodeURIComponent(id)}/${resource}`, fields: because };
}

function describing(kind: string, { required, optional = {} }: Fields): VerbRoute {
  const fields = { required: { ...required, ...because.required }, optional: { ...optional, ...because.optional } };
  return { thing: 'description', method: 'PUT', path: (id) => `/v1/${kind}/${encodeURIComponent(id)}`, fields };
}
