import type { ActContent } from '../domain/acts/act-content.js';
import { type Act, evolveAct, isFirst } from '../domain/acts/act.js';
import { entityOf } from '../domain/shared/stream.js';
import { parseTime } from '../domain/time/time.js';
import type { ActChange, Past, Projection, Recorded, RowChange } from '../ports/projection.js';
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
    const act = evolveAct(first ? null : past.act(id), actEvent);
    return [changeOf(act, { id, number: first ? at.sequence : past.numberOf('act', id), past })];
  }
}

interface Subject {
  readonly id: string;
  readonly number: number;
  readonly past: Past;
}

/** Made whole, field by field: a rebuild makes one for each event of the log. */
function changeOf({ content, retracted }: Act, { id, number, past }: Subject): ActChange {
  const { party, kind, speaker, occurred, until, leanings, proposal, citations } = content;
  const { start, end } = parseTime(occurred, '/occurred');
  const issues = proposal ? [...leanings, ...proposal.terms] : leanings;
  return {
    change: 'act',
    id,
    number,
    party: past.numberOf('party', party),
    kind,
    speaker: speaker === null ? 0 : past.numberOf('speaker', speaker),
    start,
    effective: end,
    end: until === null ? null : parseTime(until, '/until').end,
    occurred,
    retracted: retracted !== null,
    issues: distinct(issues.map(({ issue }) => past.numberOf('issue', issue))),
    sources: distinct(citations.map(({ source }) => past.numberOf('source', source))),
    words: wordsOf(content),
  };
}

function distinct(numbers: readonly number[]): readonly number[] {
  return numbers.length < 2 ? numbers : [...new Set(numbers)];
}

function wordsOf({ summary, citations }: ActContent): string {
  let words = summary;
  for (const { exact } of citations) words += `\n${exact}`;
  return words;
}
