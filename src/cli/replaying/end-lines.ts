import type { ReplaySummaryView } from '../../application/replaying/views.js';
import { basisFlags } from '../asking/basis-flags.js';
import { shortTime } from '../terminal/short-time.js';

export interface ReplayedCells {
  readonly party?: string | undefined;
  readonly issue?: string | undefined;
}

/** How a replay ended, and how to have the same again. */
export function endLines(summary: ReplaySummaryView, cells: ReplayedCells): readonly string[] {
  const { by, from, to, events, stances } = summary;
  const when = to === null ? '' : ` on ${shortTime(to)}`;
  const flags = [
    `--by ${by}`,
    ...(from === null ? [] : [`--from ${from}`]),
    ...(cells.party === undefined ? [] : [`--party ${cells.party}`]),
    ...(cells.issue === undefined ? [] : [`--issue ${cells.issue}`]),
    basisFlags(basisOf(summary)),
  ];
  return [
    `The end${when}: ${counted(events, 'event')}, ${counted(stances.length, 'stance')}`,
    `demarche replay ${flags.join(' ')}`,
  ];
}

/** Along publication the clock says until when, and no flag. */
function basisOf({ by, basis }: ReplaySummaryView): ReplaySummaryView['basis'] {
  if (by !== 'published') return basis;
  const { publishedUntil: _clock, ...lens } = basis.lens;
  return { ...basis, lens };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
