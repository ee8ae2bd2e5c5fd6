import { causes } from '../../domain/shared/erratum.js';
import type { Schema } from './schema.js';
import { both, instant, list, number, orNull, record, ref, text, truth, whole, word } from './shapes.js';

const receipt = { id: text, sequence: whole, recordedAt: instant, revision: whole };
const exampleReceipt = { id: 'united-states', sequence: 128, recordedAt: '2025-05-01T09:30:00.000Z', revision: 0 };

const knownAt = record(
  { sequence: whole, recordedAt: orNull(instant), settled: truth },
  { sequence: 128, recordedAt: '2025-05-01T09:30:00.000Z', settled: true },
);

export function pageOf(item: string): Schema {
  return record({ items: list(ref(item)), next: orNull(text), basis: record({ knownAt: ref('KnownAt') }) });
}

/** The schemas of one kind of entry: as read, each of its versions, and lists of both. */
function entrySchemas(name: string, content: Schema): Record<string, Schema> {
  return {
    [name]: both(ref('Recorded'), content),
    [`${name}Version`]: both(ref(name), ref('Version')),
    [`${name}Page`]: pageOf(name),
    [`${name}History`]: pageOf(`${name}Version`),
  };
}

const sourceState = record({
  sha256: text,
  length: whole,
  state: word('captured', 'retracted'),
  textErased: truth,
});

const removalPlace = record({
  place: text,
  state: word('asked', 'running', 'done', 'refused', 'unreachable', 'failed'),
  scavenge: orNull(text),
  detail: orNull(text),
});

const actState = record({
  first: record({ sequence: whole, recordedAt: instant, recorder: text }),
  effective: instant,
  state: word('recorded', 'retracted'),
  hasEffect: truth,
  mandate: orNull(record({ role: text, from: text, until: orNull(text) })),
});

const openMatter = record({ standing: number, overdue: truth });
const openActPage = record({
  items: list(ref('OpenAct')),
  next: orNull(text),
  basis: record({ validAt: instant, knownAt: ref('KnownAt') }),
});

/** What writes answer, and what was recorded as it is read. */
export const recordedSchemas: Readonly<Record<string, Schema>> = {
  KnownAt: knownAt,
  Receipt: record(receipt, exampleReceipt),
  SourceReceipt: record({ ...receipt, sha256: text, length: whole }),
  ActReceipt: record({ ...receipt, similar: list(text) }),
  CheckedAct: record({ citations: list(ref('CitationBody')), similar: list(text) }),
  Recorded: record({ ...receipt, recorder: text }),
  Version: record({ event: text, reason: orNull(text), cause: orNull(word(...causes)) }),
  ...entrySchemas('Party', ref('PartyContentBody')),
  ...entrySchemas('Speaker', ref('SpeakerContentBody')),
  ...entrySchemas('Issue', ref('IssueContentBody')),
  ...entrySchemas('Source', both(ref('SourceContentBody'), sourceState)),
  TextRemoval: record({
    ...{ source: text, sha256: text, textErased: truth, removed: truth },
    places: list(removalPlace),
  }),
  ...entrySchemas('Act', both(ref('ActContentBody'), actState)),
  OpenAct: both(ref('Act'), openMatter),
  OpenActPage: openActPage,
};
