import type { ActView } from '../../application/asking/views.js';
import { plain } from '../terminal/plain.js';
import type { Library } from './library.js';

export interface ShownQuote {
  readonly text: string;
  readonly source: string;
}

/**
 * The first quote of an act. The sentence of a digest is its author's, not the speaker's: it says `digest` and stands
 * without quotation marks; words really said stand in quotation marks inside it.
 */
export async function quoteOf(act: ActView, library: Library): Promise<ShownQuote | null> {
  const citation = act.citations[0];
  if (!citation) return null;
  const { kind } = await library.source(citation.source);
  const exact = plain(citation.exact);
  return { text: kind === 'digest' ? `[digest] ${exact}` : `“${exact}”`, source: citation.source };
}
