import { refuseIf } from '../shared/check.js';
import type { EventOf, IssueEvent, Revised } from '../shared/domain-event.js';
import type { Entity } from '../shared/entity.js';
import { Refusal } from '../shared/refusal.js';
import { sameValue } from '../shared/same-value.js';
import type { Band, IssueContent } from './issue-content.js';

export type Issue = Entity<IssueContent>;

export const halfLifeDaysRange = { min: 1, max: 36500, default: 90 } as const;

export function evolveIssue(state: Issue | null, { type, data }: IssueEvent): Issue {
  switch (type) {
    case 'IssueFramed':
      return { content: data, revision: 0 };
    case 'IssueReframed':
      return { content: data.content, revision: (state?.revision ?? -1) + 1 };
  }
}

/** @throws Refusal `invalid` when the bands do not cover the axis or a number is out of its range */
export function frameIssue(content: IssueContent): EventOf<'IssueFramed'> {
  checkFraming(content);
  return { type: 'IssueFramed', data: content };
}

/**
 * @throws Refusal `axis-fixed` when what −1 and +1 mean would change; `invalid`, as `frameIssue`, and when it would
 * replace another issue than before: an issue replaces an earlier one, so that such chains end.
 */
export function reframeIssue(issue: Issue, revised: Revised<IssueContent>): EventOf<'IssueReframed'> {
  const { replaces } = issue.content;
  const fixed = `Which issue this one replaces is said when it is framed, and stays: ${replaces ?? 'null'}.`;
  refuseIf(revised.content.replaces !== replaces, 'invalid', { pointer: '/replaces', detail: fixed });
  if (!sameValue(issue.content.axis, revised.content.axis)) {
    const detail = 'What −1 and +1 mean never changes. Frame a new issue and name this one in its `replaces`.';
    throw new Refusal('axis-fixed', detail, [{ pointer: '/axis', detail }]);
  }
  checkFraming(revised.content);
  return { type: 'IssueReframed', data: revised };
}

function checkFraming({ bands, anchors, halfLifeDays }: IssueContent): void {
  checkBands(bands);
  anchors.forEach(({ value }, index) => {
    const pointer = `/anchors/${String(index)}/value`;
    refuseIf(!isOnAxis(value), 'invalid', {
      pointer,
      detail: `An anchor lies between −1 and 1, not at ${String(value)}.`,
    });
  });
  const { min, max } = halfLifeDaysRange;
  const detail = `halfLifeDays is ${String(min)} … ${String(max)}, not ${String(halfLifeDays)}.`;
  refuseIf(!(halfLifeDays >= min && halfLifeDays <= max), 'invalid', { pointer: '/halfLifeDays', detail });
}

function checkBands(bands: readonly Band[]): void {
  const ends = [-1, ...bands.map((band) => band.to)];
  bands.forEach(({ from, to, label }, index) => {
    const pointer = `/bands/${String(index)}`;
    const start = ends[index] ?? -1;
    const gap = `Bands cover −1 … 1 in order without gap or overlap: \`${label}\` must start at ${String(start)}.`;
    refuseIf(from !== start, 'invalid', { pointer: `${pointer}/from`, detail: gap });
    refuseIf(to <= from, 'invalid', { pointer: `${pointer}/to`, detail: `\`${label}\` must end after its start.` });
    const twin = bands.findIndex((band) => band.label === label) < index;
    refuseIf(twin, 'invalid', { pointer: `${pointer}/label`, detail: `Two bands are called \`${label}\`.` });
  });
  refuseIf(ends.at(-1) !== 1, 'invalid', {
    pointer: '/bands',
    detail: 'Bands cover −1 … 1: the last one must end at 1.',
  });
}

/** Whether a value lies on an axis, −1 … +1. */
export function isOnAxis(value: number): boolean {
  return value >= -1 && value <= 1;
}
