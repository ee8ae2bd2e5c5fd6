import { Injectable } from '@nestjs/common';
import { unknownEntry } from '../asking/unknown-entry.js';
import type { ShiftFilter } from '../../ports/shifts.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';

/** What a feed is narrowed to, by ids; null where it is not. */
export interface FeedFilter {
  readonly parties: readonly string[] | null;
  readonly issues: readonly string[] | null;
  /** 0 … 1 */
  readonly margin: number;
}

/** From ids to the numbers that views know. */
@Injectable()
export class ShiftFilters {
  constructor(private readonly catalogue: LiveCatalogue) {}

  /** @throws Refusal `unknown-party`, `unknown-issue` */
  of({ parties, issues, margin }: FeedFilter): ShiftFilter {
    return { parties: this.numbers('party', parties), issues: this.numbers('issue', issues), margin };
  }

  private numbers(kind: 'party' | 'issue', ids: readonly string[] | null): readonly number[] | null {
    return ids && ids.map((id) => this.numberOf(kind, id));
  }

  private numberOf(kind: 'party' | 'issue', id: string): number {
    const number = this.catalogue.numberOf(kind, id);
    if (number !== null) return number;
    throw unknownEntry(kind, id);
  }
}
