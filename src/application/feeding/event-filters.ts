import { Injectable } from '@nestjs/common';
import type { ActContent } from '../../domain/acts/act-content.js';
import { type Act, evolveAct } from '../../domain/acts/act.js';
import { entityOf } from '../../domain/shared/stream.js';
import { Acts } from '../../ports/acts.js';
import type { LogEvent } from '../../ports/event-log.js';
import type { FeedFilter } from './shift-filters.js';

type Cells = Pick<FeedFilter, 'parties' | 'issues'>;

/** Which events of the log are about what a feed is narrowed to. */
@Injectable()
export class EventFilters {
  constructor(private readonly acts: Acts) {}

  /**
   * Acts of the parties that lean on the issues, as they are after the event or were before it, so that whoever follows
   * hears of one that a correction takes away; and what was recorded of these parties and issues themselves.
   */
  passes({ stream, sequence }: LogEvent, cells: Cells): boolean {
    if (!cells.parties && !cells.issues) return true;
    const entity = entityOf(stream);
    if (entity?.kind === 'act') return this.contentsBy(entity.id, sequence).some((content) => isAbout(content, cells));
    const named = { party: cells.parties, issue: cells.issues, speaker: null, source: null };
    return entity ? (named[entity.kind]?.includes(entity.id) ?? false) : false;
  }

  /** What the act said before the event, if it was there, and what it says after it. */
  private contentsBy(id: string, sequence: number): readonly ActContent[] {
    let act: Act | null = null;
    const contents: ActContent[] = [];
    for (const { event } of this.acts.history(id, sequence)) {
      act = evolveAct(act, event);
      contents.push(act.content);
    }
    return contents.slice(-2);
  }
}

function isAbout({ party, leanings }: ActContent, { parties, issues }: Cells): boolean {
  return (parties?.includes(party) ?? true) && (!issues || leanings.some(({ issue }) => issues.includes(issue)));
}
