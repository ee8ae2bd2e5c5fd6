import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { isOverdue } from '../../domain/acts/is-overdue.js';
import type { Instant } from '../../domain/time/instant.js';
import { type ActFilter, type ActPlace, Acts, type ListedAct } from '../../ports/acts.js';
import { LiveCells } from '../projecting/live-cells.js';
import { ActViews } from './act-view.js';
import type { OpenActView } from './views.js';

/** Acts looked at between two turns of everybody else. */
const actsAtOnce = 200;

/** Which open matters, newest first, from where on. */
export interface OpenMattersAsked {
  readonly filter: ActFilter;
  readonly sequence: number;
  readonly validAt: Instant;
  readonly after: ActPlace | null;
  /** So many at most. */
  readonly limit: number;
}

export interface OpenMatter {
  readonly act: OpenActView;
  readonly place: ActPlace;
}

/**
 * Acts of the kinds that stay open which are in force at (T, K). The views say which are in their time; whether a
 * withdrawal took them back, or no source is left of them, is looked at one by one until the page is full.
 */
@Injectable()
export class OpenMatters {
  constructor(
    private readonly acts: Acts,
    private readonly views: ActViews,
    private readonly cells: LiveCells,
  ) {}

  async find(asked: OpenMattersAsked): Promise<readonly OpenMatter[]> {
    const found: OpenMatter[] = [];
    for await (const matter of this.newestFirst(asked)) if (found.push(matter) === asked.limit) break;
    return found;
  }

  private async *newestFirst(asked: OpenMattersAsked): AsyncGenerator<OpenMatter> {
    let batch = this.candidates(asked, asked.after);
    for (;;) {
      yield* this.inForce(batch, asked);
      const last = batch.at(-1);
      if (!last || batch.length < actsAtOnce) return;
      await breathe();
      batch = this.candidates(asked, last.place);
    }
  }

  private candidates({ filter, sequence, validAt }: OpenMattersAsked, after: ActPlace | null): readonly ListedAct[] {
    return this.acts.list({ sequence, filter: { ...filter, openAt: validAt }, after, limit: actsAtOnce });
  }

  private *inForce(acts: readonly ListedAct[], { sequence, validAt }: OpenMattersAsked): Generator<OpenMatter> {
    for (const { id, party, place } of acts) {
      const standing = this.cells.withdrawals(party).standingOf(place.number, validAt, sequence);
      if (standing === 0) continue;
      const act = this.views.view(this.acts.history(id, sequence), sequence);
      if (act.hasEffect) yield { act: { ...act, standing, overdue: isOverdue(act, validAt) }, place };
    }
  }
}
