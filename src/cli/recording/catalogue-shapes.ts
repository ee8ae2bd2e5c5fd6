import { partyKinds } from '../../domain/parties/party-content.js';
import { grades, sourceKinds } from '../../domain/sources/source-content.js';
import { type Fields, listOf, mapping, number, oneOf, slug, text, time } from './shape.js';

const mandate = mapping({ required: { party: slug, role: text, from: time }, optional: { until: time } });
const axis = mapping({ required: { negative: text, positive: text } });
const band = mapping({ required: { label: text, from: number, to: number } });
const anchor = mapping({ required: { value: number, example: text } });
const original = mapping({ required: { mediaType: text, sha256: text } });

/** What is said of each kind of entry, without its id. */
export const partyFields: Fields = {
  required: { name: text, kind: oneOf(partyKinds) },
  optional: { aliases: listOf(text), wikidata: text },
};

export const speakerFields: Fields = { required: { name: text, mandates: listOf(mandate) } };

export const issueFields: Fields = {
  required: { title: text, question: text, axis, bands: listOf(band) },
  optional: { anchors: listOf(anchor), halfLifeDays: number, replaces: slug },
};

export const sourceFields: Fields = {
  required: { title: text, publisher: text, published: time, language: text, reliability: oneOf(grades) },
  optional: {
    url: text,
    archiveUrl: text,
    retrieved: time,
    kind: oneOf(sourceKinds),
    derivedFrom: slug,
    original,
  },
};

export const partyShape = entry(partyFields);
export const speakerShape = entry(speakerFields);
export const issueShape = entry(issueFields);
export const sourceShape = mapping({
  required: sourceFields.required,
  optional: { ...sourceFields.optional, id: slug, text, textFile: text },
});

function entry({ required, optional = {} }: Fields): ReturnType<typeof mapping> {
  return mapping({ required: { id: slug, ...required }, optional });
}
