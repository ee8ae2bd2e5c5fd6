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

  /** Acts of the parties that lean on the issues, and what was recorded of these parties and issues themselves. */
  passes({ stream, sequence }: LogEvent, cells: Cells): boolean {
    if (!cells.parties && !cells.issues) return true;
    const entity = entityOf(stream);
    if (entity?.kind === 'act') return isAbout(this.contentOf(entity.id, sequence), cells);
    const named = { party: cells.parties, issue: cells.issues, speaker: null, source: null };
    return entity ? (named[entity.kind]?.includes(entity.id) ?? false) : false;
  }

  private contentOf(id: string, sequence: number): ActContent | null {
    const act = this.acts
      .history(id, sequence)
      .reduce<Act | null>((before, { event }) => evolveAct(before, event), null);
    return act?.content ?? null;
  }
}

function isAbout(content: ActContent | null, { parties, issues }: Cells): boolean {
  if (!content) return false;
  const { party, leanings } = content;
  return (parties?.includes(party) ?? true) && (!issues || leanings.some(({ issue }) => issues.includes(issue)));
}
