import { type Act, evolveAct, isFirst } from '../domain/acts/act.js';
import type { ActEvent, EventOf, SourceEvent } from '../domain/shared/domain-event.js';
import { entityOf } from '../domain/shared/stream.js';
import { evolveSource, type Source } from '../domain/sources/source.js';
import { type CountingSource, effectOf, rowsOf, withdrawalRowOf } from '../domain/stances/effect.js';
import type { CellChange, Past, Projection, Recorded } from '../ports/projection.js';
import { actEventOf, regradingOf } from './act-event.js';
import { Projects } from './projection.decorator.js';

/** What a source is worth to a citation of it. */
type Worth = (source: string) => CountingSource | null;

/**
 * The rows of stance cells: what each act weighs with, from which sequence to which. A row ends, and the next one
 * begins, when the act's stream or one of its sources changes what the act weighs with.
 */
@Projects()
export class CellsProjection implements Projection {
  project({ at, event }: Recorded, past: Past): readonly CellChange[] {
    const { stream, sequence } = at;
    const actEvent = actEventOf(event);
    if (actEvent) return afterActEvent(actEvent, { stream, sequence, past });
    const regrading = regradingOf(event);
    return regrading ? afterRegrading(regrading, { stream, sequence, past }) : [];
  }
}

/** The thing that an event is about, at which sequence. */
interface Subject {
  readonly stream: string;
  readonly sequence: number;
  readonly past: Past;
}

function afterActEvent(event: ActEvent, { stream, sequence, past }: Subject): readonly CellChange[] {
  const worth: Worth = (source) => worthOf(past.entry('source', source), past);
  if (isFirst(event)) return opened(evolveAct(null, event), worth, { act: sequence, from: sequence, past });
  const id = entityOf(stream)?.id ?? '';
  const before = past.act(id);
  const place = { act: past.numberOf('act', id), from: sequence, past };
  return [...closed(before, worth, place), ...opened(evolveAct(before, event), worth, place)];
}

function afterRegrading(
  event: Exclude<SourceEvent, EventOf<'SourceCaptured' | 'SourceTextErased'>>,
  { stream, sequence, past }: Subject,
): readonly CellChange[] {
  const id = entityOf(stream)?.id ?? '';
  const before = past.entry('source', id);
  if (!before || !changesWorth(before, evolveSource(before, event))) return [];
  const worthBefore: Worth = (source) => worthOf(past.entry('source', source), past);
  const after = worthOf(evolveSource(before, event), past);
  const worthAfter: Worth = (source) => (source === id ? after : worthBefore(source));
  return past.citing(id).flatMap((citing) => {
    const act = past.act(citing);
    if (!act.content.citations.some(({ source }) => source === id)) return [];
    const place = { act: past.numberOf('act', citing), from: sequence, past };
    return [...closed(act, worthBefore, place), ...opened(act, worthAfter, place)];
  });
}

function changesWorth(before: Source, after: Source): boolean {
  return (
    (before.retracted === null) !== (after.retracted === null) ||
    before.content.reliability !== after.content.reliability
  );
}

function worthOf(source: Source | null, past: Past): CountingSource | null {
  if (!source || source.retracted) return null;
  return { grade: source.content.reliability, text: past.textNumberOf(source.sha256) };
}

interface Place {
  readonly act: number;
  readonly from: number;
  readonly past: Past;
}

function opened(act: Act, worth: Worth, { past, act: number, from }: Place): readonly CellChange[] {
  const effect = effectOf(act, worth);
  if (!effect) return [];
  const { content } = effect;
  const party = past.numberOf('party', content.party);
  const speaker = content.speaker === null ? 0 : past.numberOf('speaker', content.speaker);
  const changes: CellChange[] = [];
  for (const { issue, row } of rowsOf(effect, { act: number, from, speaker })) {
    changes.push({ change: 'row-opened', party, issue: past.numberOf('issue', issue), row });
  }
  if (content.kind !== 'withdrawal' || content.inResponseTo === null) return changes;
  const target = past.numberOf('act', content.inResponseTo);
  changes.push({
    change: 'withdrawal-opened',
    party,
    row: withdrawalRowOf(effect, { act: number, from, speaker }, target),
  });
  return changes;
}

function closed(act: Act, worth: Worth, { past, act: number, from: at }: Place): readonly CellChange[] {
  const effect = effectOf(act, worth);
  if (!effect) return [];
  const { content } = effect;
  const party = past.numberOf('party', content.party);
  const rows = content.leanings.map(({ issue }): CellChange => ({
    change: 'row-closed',
    party,
    issue: past.numberOf('issue', issue),
    act: number,
    at,
  }));
  return content.kind === 'withdrawal' ? [...rows, { change: 'withdrawal-closed', party, act: number, at }] : rows;
}
