import type { StretchView } from '../../application/asking/views.js';
import type { Band } from '../../domain/issues/issue-content.js';
import { bandPaint } from '../asking/band-paint.js';
import { shortTime } from '../terminal/short-time.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

/** The bands of a trajectory, each with its dates. */
export function trajectoryLines(
  trajectory: readonly StretchView[],
  bands: readonly Band[],
  out: Terminal,
): readonly string[] {
  const paint = bandPaint(bands, out.colors);
  const way = trajectory.map(({ band }) => paint(band)(band)).join(' → ');
  const rows = trajectory.map(({ band, from, to }) => [
    { text: `  ${band}`, paint: paint(band) },
    shortTime(from),
    to === null ? 'on' : shortTime(to),
    to === null ? '' : `${Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)} days`,
  ]);
  const columns = [{ title: '  band' }, { title: 'from' }, { title: 'to' }, { title: '', align: 'right' } as const];
  const titled = table(columns, rows, { title: out.colors.dim, width: out.width });
  return [`${out.colors.bold('Trajectory')}  ${way}`, ...titled];
}
