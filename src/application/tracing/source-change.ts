import { formatInstant } from '../../domain/time/instant.js';
import type { CatalogueState, Version } from '../../ports/catalogue.js';
import type { SourceChangeView } from './views.js';

/** What the event of this version did to the source. */
export function sourceChangeOf(version: Version<CatalogueState['source']>): SourceChangeView {
  const { id, sequence, recordedAt, recorder, reason, cause } = version;
  return { source: id, sequence, recordedAt: formatInstant(recordedAt), recorder, reason, cause };
}
