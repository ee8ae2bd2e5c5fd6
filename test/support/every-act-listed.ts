import type { ActListing } from '../../src/application/asking/act-listing.js';

/** A list of all acts, in one page of whatever is known. */
export const everyActListed: ActListing = {
  party: null,
  issue: null,
  kind: null,
  speaker: null,
  source: null,
  from: null,
  to: null,
  q: null,
  limit: 1000,
  cursor: null,
  knowledge: { atSequence: null, knownAt: null, minSequence: null },
};
