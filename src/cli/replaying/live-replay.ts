import { type Play, playAfter, playAt } from './play.js';
import { Board } from './board.js';
import type { Shown } from './frame.js';
import type { Told } from './told.js';

/** How often the clock moves on between events. */
const tickMs = 100;

/** Plays a replay: lets its events through when it is their time, or when a key asks for one. */
export class LiveReplay {
  readonly board = new Board();
  private play: Play;
  private clock: number | null = null;
  private next: number | null = null;
  private notice: string | null = null;
  private shownLast: Told | null = null;
  private wake: () => void = () => undefined;

  /** `onChange` is told whenever there is something else to show. */
  constructor(
    speed: number,
    private readonly onChange: () => void,
  ) {
    this.play = playAt(speed);
  }

  get left(): Play['left'] {
    return this.play.left;
  }

  /** What was shown last: nothing yet, an event, or the summary. */
  get last(): Told | null {
    return this.shownLast;
  }

  get shown(): Omit<Shown, 'by'> {
    const { board, play, clock, next, notice } = this;
    return { board, play, clock: instantOf(clock), next: instantOf(next), notice };
  }

  press(key: string): void {
    this.play = playAfter(this.play, key);
    this.onChange();
    this.wake();
  }

  say(notice: string | null): void {
    this.notice = notice;
    this.onChange();
  }

  /** Until its end, or until it is left: then what its feed says of being cut off is no matter. */
  async run(feed: AsyncIterable<Told>): Promise<void> {
    try {
      await this.showAll(feed);
    } catch (error) {
      if (this.left === null) throw error;
    }
  }

  private async showAll(feed: AsyncIterable<Told>): Promise<void> {
    for await (const told of feed) {
      this.notice = null;
      const clock = told.type === 'stance' ? Date.parse(told.event.clock) : this.clock;
      if (!(await this.isTurn(clock))) return;
      this.show(told);
    }
  }

  private show(told: Told): void {
    if (told.type === 'stance') this.board.take(told.event);
    else this.board.end(told.summary);
    this.next = null;
    this.shownLast = told;
    this.onChange();
  }

  /** Waits until the clock is there; false when the replay was left. */
  private async isTurn(clock: number | null): Promise<boolean> {
    this.clock ??= clock;
    this.next = clock;
    for (;;) {
      if (this.play.left !== null) return false;
      const isStep = this.play.steps > 0;
      if (isStep) this.play = { ...this.play, steps: this.play.steps - 1 };
      if (isStep || this.isDue(clock)) break;
      await this.waitFor(clock);
    }
    this.clock = clock;
    return true;
  }

  private isDue(clock: number | null): boolean {
    const { isPaused, speed } = this.play;
    return !isPaused && (speed === Infinity || this.ahead(clock) <= 0);
  }

  /** Milliseconds of the replay's clock. */
  private ahead(clock: number | null): number {
    return (clock ?? 0) - (this.clock ?? 0);
  }

  private async waitFor(clock: number | null): Promise<void> {
    const { isPaused, speed } = this.play;
    const began = performance.now();
    await this.keyOr(isPaused ? null : Math.min(this.ahead(clock) / speed, tickMs));
    const gone = isPaused ? 0 : (performance.now() - began) * speed;
    this.clock = (this.clock ?? 0) + Math.min(gone, this.ahead(clock));
    this.onChange();
  }

  private async keyOr(milliseconds: number | null): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = milliseconds === null ? undefined : setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function instantOf(clock: number | null): string | null {
  return clock === null ? null : new Date(clock).toISOString();
}
