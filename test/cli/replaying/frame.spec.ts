import pc from 'picocolors';
import type { ReplayedStance, ReplayEventView } from '../../../src/application/replaying/views.js';
import { Board } from '../../../src/cli/replaying/board.js';
import { frame, type Shown } from '../../../src/cli/replaying/frame.js';
import { playAt } from '../../../src/cli/replaying/play.js';
import { textWidth } from '../../../src/cli/terminal/text-width.js';

const colors = pc.createColors(false);
const stance = (score: number | null, band: string | null): ReplayedStance => ({
  ...{ score, band, mixed: false, strength: 1, status: score === null ? 'undeclared' : 'held' },
});
const none = stance(null, null);
const event = (day: string, party: string, stances: readonly [ReplayedStance, ReplayedStance]): ReplayEventView => ({
  ...{ clock: `${day}T00:00:00.000Z`, sequence: null, party, issue: 'mediation' },
  ...{ act: 'a1', kind: 'threat', occurred: '2025-03-01', before: stances[0], after: stances[1] },
});

function shown(): Shown {
  const board = new Board();
  board.take(event('2025-03-02', 'russia', [none, stance(-0.5, 'pressure')]));
  board.take(event('2025-03-03', 'united-states', [none, stance(0.1, 'middle')]));
  board.take(event('2025-03-04', 'united-states', [stance(0.1, 'middle'), stance(0.9, 'concessions')]));
  const clock = '2025-03-04T12:30:00.000Z';
  return { by: 'valid', board, play: playAt(604_800), clock, next: '2025-03-05T00:00:00.000Z', notice: null };
}

describe('a picture of a replay', () => {
  it('shows the clock, a row for each stance with its course, the last event, the next, and the keys', () => {
    expect(frame(shown(), { width: 100, height: 20 }, colors)).toEqual([
      '2025-03-04 12:30 · as it happened · 3 events · 7 days a second',
      '',
      'party          issue      score  changes                   stance',
      'russia         mediation  −0.50   ▃                        pressure',
      'united-states  mediation  +0.90   ▅█                       concessions',
      '',
      '2025-03-04  united-states on mediation  +0.10 → +0.90 concessions  threat of 2025-03-01, act a1',
      'next 2025-03-05',
      'space pause · s step · + faster · − slower · q leave',
    ]);
  });

  it('says when it is paused, has not begun, or has lost its connection', () => {
    const paused = { ...shown(), play: { ...playAt(1), isPaused: true }, notice: 'Cut.' };
    expect(frame(paused, { width: 90, height: 20 }, colors)).toEqual(
      expect.arrayContaining([expect.stringMatching(/ · paused$/), 'Cut.']),
    );
    const early = { ...shown(), board: new Board(), clock: null };
    expect(frame(early, { width: 90, height: 20 }, colors)[0]).toMatch(/^waiting for the first event · /);
  });

  it('is never wider or higher than the terminal, painted or not', () => {
    for (const width of [1, 7, 20, 33, 47, 80, 200]) {
      for (const height of [1, 6, 8, 30]) {
        const lines = frame(shown(), { width, height }, colors);
        expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
        expect(lines.length).toBeLessThanOrEqual(height);
      }
    }
    const painted = frame(shown(), { width: 33, height: 30 }, pc.createColors(true));
    const seen = painted.map((line) => line.replaceAll(/\p{Cc}\[\d+m/gu, ''));
    expect(seen).toEqual(frame(shown(), { width: 33, height: 30 }, colors));
  });

  it('shows the stances that changed last where there is no room for all', () => {
    const text = frame(shown(), { width: 90, height: 8 }, colors).join('\n');
    expect(text).toContain('united-states  mediation');
    expect(text).not.toContain('russia');
  });

  it('shows at the end what faded meanwhile, and what was there all the time', () => {
    const { board } = shown();
    const cell = { party: 'china', issue: 'mediation', ...stance(0.2, 'middle') };
    const basis = { knownAt: { sequence: 1, recordedAt: null, settled: true } };
    board.end({ by: 'valid', from: null, to: null, events: 3, stances: [cell], basis } as never);
    expect(board.rows(9).map(({ party, stance: { status } }) => [party, status])).toEqual([
      ['china', 'held'],
      ['russia', 'undeclared'],
      ['united-states', 'undeclared'],
    ]);
  });
});
