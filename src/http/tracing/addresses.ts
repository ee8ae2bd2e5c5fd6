import type { Basis } from '../../application/asking/basis.js';
import { basisQuery } from './basis-query.js';

const collections = { party: 'parties', speaker: 'speakers', issue: 'issues', source: 'sources', act: 'acts' } as const;
type Kind = keyof typeof collections;

/** Where the API answers with what a trace tells of, on its basis: paths from the root of the server, after `root`. */
export class Addresses {
  private readonly query: string;
  private readonly sequence: number;

  constructor(
    basis: Basis,
    private readonly root = '',
  ) {
    this.query = basisQuery(basis);
    this.sequence = basis.knownAt.sequence;
  }

  stance(party: string, issue: string): string {
    return `${this.root}/v1/stances/${party}/${issue}?${this.query}`;
  }

  trace(party: string, issue: string): string {
    return `${this.root}/v1/trace/${party}/${issue}?${this.query}`;
  }

  /** The thing as known at K, or at another sequence. */
  of(kind: Kind, id: string, sequence = this.sequence): string {
    return `${this.root}/v1/${collections[kind]}/${id}?atSequence=${sequence}`;
  }

  /** The thing whatever is known of it. */
  ever(kind: Kind, id: string): string {
    return `${this.root}/v1/${collections[kind]}/${id}`;
  }

  /** A quote, by its place among those that the act had at this sequence: a JSON pointer into the answer. */
  quote(act: string, sequence: number, index: number): string {
    return `${this.of('act', act, sequence)}#/citations/${index}`;
  }

  history(kind: Kind, id: string): string {
    return `${this.root}/v1/${collections[kind]}/${id}/history?atSequence=${this.sequence}`;
  }

  text(source: string): string {
    return `${this.root}/v1/sources/${source}/text`;
  }

  event(sequence: number): string {
    return `${this.root}/v1/log/events/${sequence}`;
  }

  /** Recorders are names that requests gave; nothing answers there. */
  recorder(name: string): string {
    return `${this.root}/recorders/${encodeURIComponent(name)}`;
  }
}
