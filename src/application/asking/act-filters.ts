import { Injectable } from '@nestjs/common';
import { parseTime } from '../../domain/time/time.js';
import { parseUpperBound } from '../../domain/time/upper-bound.js';
import type { ActFilter } from '../../ports/acts.js';
import { Catalogue, type CatalogueKind } from '../../ports/catalogue.js';
import type { ActListing } from './act-listing.js';
import { assertForwards } from './assert-forwards.js';
import { unknownEntry } from './unknown-entry.js';
import { wordsOf } from './words-of.js';

/** From the filter that a client asks with to the one that the views know. */
@Injectable()
export class ActFilters {
  constructor(private readonly catalogue: Catalogue) {}

  /** @throws Refusal `unknown-party`, `unknown-issue`, `unknown-speaker`, `unknown-source`, `bad-time`, `invalid` */
  of({ party, issue, speaker, source, kind, from, to, q }: ActListing): ActFilter {
    assertForwards({ name: 'from', time: from }, { name: 'to', time: to });
    return {
      party: this.numberOf('party', party),
      issue: this.numberOf('issue', issue),
      speaker: this.numberOf('speaker', speaker),
      source: this.numberOf('source', source),
      kind,
      from: from === null ? null : parseTime(from, '?from').start,
      to: to === null ? null : parseUpperBound(to, '?to'),
      openAt: null,
      words: wordsOf(q),
    };
  }

  private numberOf(kind: CatalogueKind, id: string | null): number | null {
    if (id === null) return null;
    const number = this.catalogue.numberOf(kind, id);
    if (number !== null) return number;
    throw unknownEntry(kind, id);
  }
}
