import type { Band } from '../../domain/issues/issue-content.js';
import type { ShiftsView } from '../../application/asking/views.js';
import { shortTime } from '../terminal/short-time.js';
import { signed } from '../terminal/signed.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { bandPaint } from './band-paint.js';

const right = { align: 'right' } as const;

/** The trajectory, such as `pressure → mediation → concessions`, and the shifts that made it. */
export function shiftLines(
  { shifts, trajectory }: ShiftsView,
  bands: readonly Band[],
  out: Terminal,
): readonly string[] {
  if (trajectory.length === 0) return ['No trajectory: no band was entered.'];
  const paint = bandPaint(bands, out.colors);
  const way = trajectory.map(({ band }) => paint(band)(band)).join(' → ');
  const rows = shifts.map(({ at, from, to, before, after, trigger, acts }) => [
    shortTime(at),
    { text: from, paint: paint(from) },
    { text: `→ ${to}`, paint: paint(to) },
    signed(before),
    signed(after),
    `${trigger.length} of ${acts.length}`,
  ]);
  const columns = [{ title: 'shift' }, { title: 'from' }, { title: 'to' }, { title: 'before', ...right }];
  const more = [
    { title: 'after', ...right },
    { title: 'triggering acts', ...right },
  ];
  const lines =
    rows.length === 0 ? ['No shift.'] : table([...columns, ...more], rows, { title: out.colors.dim, width: out.width });
  return [`trajectory: ${way}`, ...lines];
}
