import type { CatalogueKind } from '../../../ports/catalogue.js';
import type { ViewsConnection } from './views-connection.js';

/** The sequence of the entry's first event; null when it was never registered. */
export function numberOfEntry(views: ViewsConnection, kind: CatalogueKind, id: string): number | null {
  const sql = 'SELECT sequence FROM entries WHERE kind = ? AND id = ? AND revision = 0';
  return views.one<{ sequence: number }>(sql, kind, id)?.sequence ?? null;
}
