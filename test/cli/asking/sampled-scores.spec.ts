import type { SegmentView } from '../../../src/application/asking/views.js';
import { drawnSpan, sampledScores } from '../../../src/cli/asking/sampled-scores.js';

function segment(from: string, to: string | null, score: number | null, acts: readonly string[] = ['a']): SegmentView {
  const instant = (day: string): string => `${day}T00:00:00.000Z`;
  const shared = { status: 'held', mixed: false, band: null } as const;
  return { ...shared, from: instant(from), to: to === null ? null : instant(to), score, acts };
}

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

describe('sampling a timeline', () => {
  const segments = [
    segment('2025-01-01', '2025-01-11', -0.5),
    segment('2025-01-11', '2025-01-21', null),
    segment('2025-01-21', null, 0.5),
  ];

  it('takes the middle of each part', () => {
    const span = { from: day('2025-01-01'), to: day('2025-01-31') };
    expect(sampledScores(segments, span, 6)).toEqual([-0.5, -0.5, null, null, 0.5, 0.5]);
  });

  it('has nothing before the first segment', () => {
    const span = { from: day('2024-12-22'), to: day('2025-01-11') };
    expect(sampledScores(segments, span, 2)).toEqual([null, -0.5]);
  });
});

describe('the span that is drawn', () => {
  it('ends a little after the last act, however long the stance fades', () => {
    const faded = [
      segment('2025-01-01', '2025-04-11', 0.5),
      segment('2025-04-11', '2026-12-01', 0.4),
      segment('2026-12-01', null, 0.4, []),
    ];
    expect(drawnSpan(faded)).toEqual({ from: day('2025-01-01'), to: day('2025-04-15') });
  });

  it('does not exceed what was asked for', () => {
    expect(drawnSpan([segment('2025-01-01', '2025-01-01', 0)])?.to).toBe(day('2025-01-01'));
  });

  it('is none where there is no score', () => {
    expect(drawnSpan([segment('2025-01-01', null, null)])).toBeNull();
    expect(drawnSpan([])).toBeNull();
  });
});
