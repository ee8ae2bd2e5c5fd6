import { formatInstant } from '../../domain/time/instant.js';
import type { CatalogueKind, CatalogueState, Version } from '../../ports/catalogue.js';
import type { EntryVersionView, EntryView } from './views.js';

type AnyVersion = Version<CatalogueState[CatalogueKind]>;

/** A catalogue entry's version as readers get it. */
export function entryViewOf(kind: CatalogueKind, version: AnyVersion, textErased: boolean): EntryView {
  const { id, revision, sequence, recordedAt, recorder, state } = version;
  const recorded = { id, revision, sequence, recordedAt: formatInstant(recordedAt), recorder };
  return { ...recorded, ...(kind === 'source' ? sourceFields(state as CatalogueState['source'], textErased) : state) };
}

/** The same, with the event that made it and why. */
export function entryVersionViewOf(kind: CatalogueKind, version: AnyVersion, textErased: boolean): EntryVersionView {
  const { type, reason, cause } = version;
  return { ...entryViewOf(kind, version, textErased), event: type, reason: reason === '' ? null : reason, cause };
}

function sourceFields({ content, sha256, length, retracted }: CatalogueState['source'], textErased: boolean): object {
  return { ...content, sha256, length, state: retracted ? 'retracted' : 'captured', textErased };
}
