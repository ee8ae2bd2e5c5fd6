import type { DependentsView } from '../../application/asking/dependent-views.js';
import { Addresses } from './addresses.js';

/** What rests on a source, each with where the API answers with it, on the same basis. */
export function linkedDependents({ source, state, acts, stances, basis }: DependentsView): object {
  const at = new Addresses(basis);
  return {
    source,
    state,
    acts: acts.map((each) => ({ ...each, links: { self: at.of('act', each.act) } })),
    stances: stances.map(({ party, issue, ...stance }) => {
      const links = { stance: at.stance(party, issue), trace: at.trace(party, issue) };
      return { party, issue, ...stance, links };
    }),
    basis,
  };
}
