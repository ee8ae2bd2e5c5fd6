import type { ReplayBy } from '../../application/replaying/replay-by.js';
import type { Host } from '../host.js';
import { type Terminal, terminalOf } from '../terminal/terminal.js';
import type { Size } from './board-table.js';
import { frame } from './frame.js';
import { Keyboard, type Keys } from './keyboard.js';
import { LiveReplay } from './live-replay.js';
import type { FeedOptions } from './replay-feed.js';
import { Screen } from './screen.js';
import type { Told } from './told.js';

/** A terminal cannot be read faster. */
const frameMs = 50;

export interface Watching {
  readonly by: ReplayBy;
  readonly speed: number;
  readonly keys: Keys;
}

/** A replay as a table that moves on a terminal, which is given back as it was whatever happens. */
export class WatchedReplay {
  readonly live: LiveReplay;
  private readonly leave = new AbortController();
  private readonly out: Terminal;
  private readonly screen: Screen;
  private readonly keyboard: Keyboard;
  private drawing: NodeJS.Timeout | undefined;

  constructor(
    private readonly host: Host,
    private readonly watching: Watching,
  ) {
    this.out = terminalOf(host.stdout, host.env);
    this.screen = new Screen(host.stdout);
    this.keyboard = new Keyboard(watching.keys, this.press);
    this.live = new LiveReplay(watching.speed, this.drawSoon);
  }

  get size(): Size {
    return this.screen.size;
  }

  async run(feed: (options: Omit<FeedOptions, 'query'>) => AsyncIterable<Told>): Promise<void> {
    try {
      this.open();
      await this.live.run(feed({ signal: this.leave.signal, onCut: this.tellCut }));
    } finally {
      this.close();
    }
  }

  private open(): void {
    this.host.signal.addEventListener('abort', this.interrupt);
    this.host.stdout.on('resize', this.drawSoon);
    this.keyboard.open();
    this.screen.open();
    this.draw();
  }

  private close(): void {
    clearTimeout(this.drawing);
    this.host.signal.removeEventListener('abort', this.interrupt);
    this.host.stdout.off('resize', this.drawSoon);
    this.screen.close();
    this.keyboard.close();
  }

  private readonly press = (key: string): void => {
    this.live.press(key);
    if (this.live.left !== null) this.leave.abort();
  };

  private readonly interrupt = (): void => this.press('\u0003');

  private readonly tellCut = (): void => this.live.say('The connection was cut; going on after the last event.');

  private readonly drawSoon = (): void => {
    this.drawing ??= setTimeout(() => this.draw(), frameMs);
  };

  private draw(): void {
    this.drawing = undefined;
    this.screen.draw(frame({ by: this.watching.by, ...this.live.shown }, this.screen.size, this.out.colors));
  }
}
