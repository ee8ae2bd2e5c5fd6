import type { Axis, IssueContent } from '../issues/issue-content.js';
import type { PartyContent } from '../parties/party-content.js';
import { partySaid } from './said-party.js';

/** Who stands on what, as a sentence names them. */
export interface Subject {
  readonly party: string;
  readonly issue: string;
  readonly axis: Axis;
}

interface Known {
  readonly party: Pick<PartyContent, 'name' | 'kind'> | null;
  readonly issue: Pick<IssueContent, 'title' | 'axis'> | null;
}

/** By the names at K; by their ids where they were registered later, when there is no leaning to tell of. */
export function subjectOf(id: { readonly party: string; readonly issue: string }, { party, issue }: Known): Subject {
  return {
    party: partySaid(party, id.party),
    issue: `the issue “${issue?.title ?? id.issue}”`,
    axis: issue?.axis ?? { negative: '−1', positive: '+1' },
  };
}
