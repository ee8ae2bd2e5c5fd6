import { formatInstant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import { parseUpperBound } from '../../domain/time/upper-bound.js';
import { assertForwards } from './assert-forwards.js';
import type { Lens, LensAsked } from './basis.js';

/**
 * The lens in normal form: lists sorted and unique, times as instants, nothing that does not filter.
 * @throws Refusal `bad-time`, `invalid`
 */
export function lensOf(asked: LensAsked): Lens {
  const { publishedUntil, occurredFrom, occurredTo } = asked;
  assertForwards(
    { name: 'occurredFrom', time: occurredFrom ?? null },
    { name: 'occurredTo', time: occurredTo ?? null },
  );
  return present({
    excludeActs: sorted(asked.excludeActs),
    excludeSources: sorted(asked.excludeSources),
    publishedUntil: publishedUntil && formatInstant(parseUpperBound(publishedUntil, '?publishedUntil')),
    recorders: sorted(asked.recorders),
    excludeRecorders: sorted(asked.excludeRecorders),
    kinds: sorted(asked.kinds),
    speakers: sorted(asked.speakers),
    minReliability: asked.minReliability,
    minAttribution: asked.minAttribution,
    occurredFrom: occurredFrom && formatInstant(parseTime(occurredFrom, '?occurredFrom').start),
    occurredTo: occurredTo && formatInstant(parseUpperBound(occurredTo, '?occurredTo')),
    mandated: asked.mandated === true ? true : undefined,
    halfLifeDays: asked.halfLifeDays,
  });
}

/** Whether the lens is one of evidence: as if what it leaves out had never been recorded. */
export function leavesOutEvidence(lens: Lens): boolean {
  const { excludeActs, excludeSources, publishedUntil, recorders, excludeRecorders } = lens;
  return (excludeActs ?? excludeSources ?? publishedUntil ?? recorders ?? excludeRecorders) !== undefined;
}

/** Whether the lens may show an act otherwise than it is: it leaves out some of what was recorded of it. */
export function changesActs({ recorders, excludeRecorders }: Lens): boolean {
  return (recorders ?? excludeRecorders) !== undefined;
}

/** Whether the lens lets only some of the acts contribute. */
export function selects(lens: Lens): boolean {
  const { kinds, speakers, minReliability, minAttribution, occurredFrom, occurredTo, mandated } = lens;
  return (
    (kinds ?? speakers ?? minReliability ?? minAttribution ?? occurredFrom ?? occurredTo ?? mandated) !== undefined
  );
}

function sorted<T extends string>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? [...new Set(list)].sort() : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
