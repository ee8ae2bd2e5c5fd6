import type { TimelineView } from '../../application/asking/views.js';
import type { Band } from '../../domain/issues/issue-content.js';
import { bandOf, bandPaint } from '../asking/band-paint.js';
import { drawnSpan, sampledScores } from '../asking/sampled-scores.js';
import { sparkline } from '../terminal/sparkline.js';
import { stepChart } from '../terminal/step-chart.js';
import type { Terminal } from '../terminal/terminal.js';
import { monthLine } from './month-line.js';

const columns = 84;
const rows = 11;
const gutter = ' '.repeat(8);

/** A chart of the scores over time between the poles, with the months and the same as a sparkline below. */
export function drawing({ segments }: TimelineView, bands: readonly Band[], out: Terminal): readonly string[] {
  const span = drawnSpan(segments);
  if (!span) return [];
  const { dim } = out.colors;
  const paint = bandPaint(bands, out.colors);
  const scores = sampledScores(segments, span, columns);
  const borders = bands.slice(1).map(({ from }) => from);
  const lines = stepChart({
    scores,
    rows,
    borders,
    paint: (text, score) => (score === null ? dim(text) : paint(bandOf(bands, score))(text)),
  });
  return [
    dim(`${gutter}▲ ${bands.at(-1)?.label ?? ''}`),
    ...lines,
    dim(`${gutter}▼ ${bands[0]?.label ?? ''}`),
    dim(gutter + monthLine(span, columns)),
    gutter + sparkline(scores),
  ];
}

/** The same as a sparkline alone. */
export function sparked({ segments }: TimelineView): string {
  const span = drawnSpan(segments);
  return span ? gutter + sparkline(sampledScores(segments, span, columns)) : '';
}
