import { isMapping, type Json } from './record-document.js';

export type Kind = 'parties' | 'speakers' | 'issues' | 'sources' | 'acts';

/** Something that a body refers to, and where. */
export interface Reference {
  readonly kind: Kind;
  readonly id: string;
  readonly pointer: string;
}

/** In every body of the API, a field of this name refers to a thing of this kind. */
const kindOfField: Readonly<Record<string, Kind>> = {
  party: 'parties',
  addressees: 'parties',
  speaker: 'speakers',
  issue: 'issues',
  replaces: 'issues',
  source: 'sources',
  derivedFrom: 'sources',
  inResponseTo: 'acts',
};

export function referencesIn(body: Json, pointer = ''): readonly Reference[] {
  return Object.entries(body).flatMap(([field, value]) => inField(field, value, `${pointer}/${field}`));
}

function inField(field: string, value: unknown, pointer: string): readonly Reference[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => inField(field, item, `${pointer}/${index}`));
  if (isMapping(value)) return referencesIn(value, pointer);
  const kind = kindOfField[field];
  return kind !== undefined && typeof value === 'string' ? [{ kind, id: value, pointer }] : [];
}
