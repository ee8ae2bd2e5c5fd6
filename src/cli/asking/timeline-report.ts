import type { SegmentView, ShiftsView, TimelineView } from '../../application/asking/views.js';
import type { IssueEntry } from '../server/entry.js';
import { padEnd } from '../terminal/fit.js';
import { plain } from '../terminal/plain.js';
import { shortTime } from '../terminal/short-time.js';
import { signed } from '../terminal/signed.js';
import { sparkline } from '../terminal/sparkline.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { bandPaint } from './band-paint.js';
import { basisFlags } from './basis-flags.js';
import { drawnSpan, sampledScores } from './sampled-scores.js';
import { shiftLines } from './shift-lines.js';

export interface ToldTimeline {
  readonly timeline: TimelineView;
  readonly shifts: ShiftsView;
  readonly issue: IssueEntry | null;
}

const sparkWidthMax = 72;
const right = { align: 'right' } as const;

/** A timeline for people: a sparkline, the segments, the shifts from band to band, and how to ask again. */
export function timelineReport({ timeline, shifts, issue }: ToldTimeline, out: Terminal): readonly string[] {
  const title = out.colors.bold(`${timeline.party} on ${issue ? plain(issue.title) : timeline.issue}`);
  const asked = `demarche timeline ${timeline.party} ${timeline.issue} ${flags(timeline)}`;
  const bands = issue?.bands ?? [];
  return [
    title,
    ...spark(timeline, out),
    '',
    ...segmentTable(timeline.segments, { issue, out }),
    '',
    ...shiftLines(shifts, bands, out),
    '',
    out.colors.dim(asked),
  ];
}

function spark({ segments, from, to }: TimelineView, out: Terminal): readonly string[] {
  const span = drawnSpan(segments);
  const isAllTime = from === null && to === null;
  if (!span) return [isAllTime ? 'No act contributes at any time.' : 'No act contributes in the time asked for.'];
  const width = Math.min(sparkWidthMax, out.width - 8);
  const line = sparkline(sampledScores(segments, span, width));
  const [first, last] = [span.from, span.to].map((instant) => shortTime(new Date(instant).toISOString()).slice(0, 10));
  return ['', `${line}  −1 ▁ … █ +1`, out.colors.dim(`${padEnd(first ?? '', width - 10)}${last ?? ''}`)];
}

interface Setting {
  readonly issue: IssueEntry | null;
  readonly out: Terminal;
}

function segmentTable(segments: readonly SegmentView[], { issue, out }: Setting): readonly string[] {
  const paint = bandPaint(issue?.bands ?? [], out.colors);
  const rows = segments.map(({ from, to, score, band, status, mixed, acts }) => [
    shortTime(from),
    to === null ? '…' : shortTime(to),
    { text: signed(score), paint: paint(band) },
    { text: band ?? '–', paint: paint(band) },
    mixed ? `${status}, mixed` : status,
    acts.length === 0 ? '' : String(acts.length),
  ]);
  const columns = [{ title: 'from' }, { title: 'to' }, { title: 'score', ...right }, { title: 'band' }];
  const style = { title: out.colors.dim, width: out.width };
  return table([...columns, { title: 'status' }, { title: 'acts', ...right }], rows, style);
}

function flags({ from, to, basis }: TimelineView): string {
  const span = [from === null ? '' : `--from ${from} `, to === null ? '' : `--to ${to} `].join('');
  return `${span}${basisFlags({ ...basis, validAt: null })}`;
}
