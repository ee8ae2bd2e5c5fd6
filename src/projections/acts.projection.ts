import type { ActContent } from '../domain/acts/act-content.js';
import { evolveAct, isFirst } from '../domain/acts/act.js';
import { entityOf } from '../domain/shared/stream.js';
import { parseTime } from '../domain/time/time.js';
import type { Past, Projection, Recorded, RowChange } from '../ports/projection.js';
import { actEventOf } from './act-event.js';
import { Projects } from './projection.decorator.js';

/** One row for each event of an act's stream, with what to find the act by after it. */
@Projects()
export class ActsProjection implements Projection {
  project({ at, event }: Recorded, past: Past): readonly RowChange[] {
    const actEvent = actEventOf(event);
    if (!actEvent) return [];
    const id = entityOf(at.stream)?.id ?? '';
    const first = isFirst(actEvent);
    const { content } = evolveAct(first ? null : past.act(id), actEvent);
    const number = first ? at.sequence : past.numberOf('act', id);
    const { start, end } = parseTime(content.occurred, '/occurred');
    return [{ change: 'act', id, number, start, effective: end, ...traitsOf(content, past) }];
  }
}

function traitsOf(content: ActContent, past: Past) {
  const { party, kind, speaker, occurred, leanings, proposal, citations, summary } = content;
  const issues = new Set([...leanings, ...(proposal?.terms ?? [])].map(({ issue }) => issue));
  const sources = new Set(citations.map(({ source }) => source));
  return {
    kind,
    occurred,
    party: past.numberOf('party', party),
    speaker: speaker === null ? 0 : past.numberOf('speaker', speaker),
    issues: [...issues].map((issue) => past.numberOf('issue', issue)),
    sources: [...sources].map((source) => past.numberOf('source', source)),
    words: [summary, ...citations.map(({ exact }) => exact)].join('\n'),
  };
}
