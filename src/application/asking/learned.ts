import { formatInstant } from '../../domain/time/instant.js';
import type { ActVersion } from '../../ports/acts.js';
import type { CatalogueKind, CatalogueState, Version } from '../../ports/catalogue.js';
import type { LearnedView } from './analysis-views.js';

/** An event of an act, as what was learned by it. */
export function learnedOfAct({ act, sequence, recordedAt, recorder, event }: ActVersion): LearnedView {
  const { reason, cause } = 'reason' in event.data ? event.data : { reason: null, cause: null };
  const why = { reason, cause };
  return { sequence, recordedAt: formatInstant(recordedAt), recorder, event: event.type, act, source: null, ...why };
}

/** An event of a source, of the issue or of a speaker, as what was learned by it. */
export function learnedOfEntry<K extends CatalogueKind>(kind: K, version: Version<CatalogueState[K]>): LearnedView {
  const { id, sequence, recordedAt, recorder, type, reason, cause } = version;
  const source = kind === 'source' ? id : null;
  return { sequence, recordedAt: formatInstant(recordedAt), recorder, event: type, act: null, source, reason, cause };
}
