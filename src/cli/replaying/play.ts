/** How a replay is being played. */
export interface Play {
  readonly isPaused: boolean;
  /** Events still to be shown while it is paused. */
  readonly steps: number;
  /** Milliseconds of its clock in one of ours; Infinity for as fast as possible. */
  readonly speed: number;
  /** How it was left; null while it was not. */
  readonly left: 'asked' | 'interrupted' | null;
}

export const speedRange = { min: 0.001, max: 1e12 } as const;

/** What − makes of as fast as possible: 1024 days a second. */
const fastest = 1024 * 86_400;

export function playAt(speed: number): Play {
  return { isPaused: false, steps: 0, speed, left: null };
}

/** What a key makes of it. Keys without a meaning change nothing. */
export function playAfter(play: Play, key: string): Play {
  switch (key) {
    case ' ':
      return { ...play, isPaused: !play.isPaused, steps: 0 };
    case 's':
    case '\u001b[C':
    case '\u001bOC':
      return { ...play, isPaused: true, steps: play.steps + 1 };
    case '+':
    case '=':
      return { ...play, speed: play.speed * 2 > speedRange.max ? Infinity : play.speed * 2 };
    case '-':
      return { ...play, speed: play.speed === Infinity ? fastest : Math.max(play.speed / 2, speedRange.min) };
    case 'q':
      return { ...play, left: 'asked' };
    case '\u0003':
      return { ...play, left: 'interrupted' };
    default:
      return play;
  }
}

/** Keys in what a terminal sent at once. */
export function keysIn(typed: string): readonly string[] {
  // A control (eslint's no-control-regex wants it spelt so) in front of [ or O begins the key of an arrow.
  return typed.match(/\p{Cc}[[O][A-Z]|[^]/gu) ?? [];
}
