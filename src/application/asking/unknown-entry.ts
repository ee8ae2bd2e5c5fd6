import { Refusal } from '../../domain/shared/refusal.js';
import type { CatalogueKind } from '../../ports/catalogue.js';

/** The refusal of an id that a query parameter names and nobody registered; `pointer` is `?` and the parameter. */
export function unknownEntry(kind: CatalogueKind, id: string, pointer = `?${kind}`): Refusal {
  const detail = `There is no ${kind} \`${id}\`.`;
  return new Refusal(`unknown-${kind}`, detail, [{ pointer, detail }]);
}
