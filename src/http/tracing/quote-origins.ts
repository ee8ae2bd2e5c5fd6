import type { TracedCitationView, TracedContributionView, TracedVersionView } from '../../application/tracing/views.js';

type Quote = Pick<TracedCitationView, 'source' | 'start' | 'end'>;

/** Where a quote was first recorded: as which of its act's citations, by which event. */
export interface QuoteOrigin {
  readonly citation: TracedCitationView;
  readonly version: TracedVersionView;
  readonly index: number;
}

/** Each quote of an act with the version that brought it: that stays so, however often the act is corrected. */
export function quoteOrigins({ citations, versions, act }: TracedContributionView): readonly QuoteOrigin[] {
  const named = new Set<string>();
  return citations.map((citation) => {
    for (const version of versions) {
      const index = version.citations.findIndex(
        (cited, at) => isSame(cited, citation) && !named.has(`${version.sequence}/${at}`),
      );
      if (index === -1) continue;
      named.add(`${version.sequence}/${index}`);
      return { citation, version, index };
    }
    throw new Error(`no version of act ${act} has the quote at ${citation.start} in ${citation.source}`);
  });
}

function isSame(one: Quote, other: Quote): boolean {
  return one.source === other.source && one.start === other.start && one.end === other.end;
}
