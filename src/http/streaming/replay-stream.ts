import type { ReplayPlace } from '../../application/replaying/replay-place.js';
import type { Replay, ReplayStep } from '../../application/replaying/replay.js';
import type { ClientStream } from './client-stream.js';
import type { StreamFormat, Told } from './stream-format.js';

/** Events computed at once: few for a client that does not keep pace, since they are thrown away. */
const pageSize = { least: 32, most: 2048 } as const;
/** Characters written at once. */
const chunkLength = 16_384;

interface Manner {
  readonly format: StreamFormat;
  /** How many times faster than it happened; Infinity for as fast as possible. */
  readonly speed: number;
}

/** Writes a replay to a client that may be slow, may leave, and may want it at some speed. */
export class ReplayStream {
  private readonly format: StreamFormat;
  private readonly speed: number;
  private size: number = pageSize.least;
  private since: { readonly clock: number; readonly at: number } | null = null;

  constructor(
    private readonly replay: Replay,
    private readonly client: ClientStream,
    { format, speed }: Manner,
  ) {
    this.format = format;
    this.speed = speed;
  }

  async run(begin: ReplayPlace): Promise<void> {
    let place = begin;
    while (await this.client.ready()) {
      const page = await this.replay.page(place, this.size);
      if (page.length === 0) return this.finish(place);
      const last = await this.tell(page);
      const kept = last === page.at(-1);
      this.size = kept && this.speed === Infinity ? Math.min(this.size * 4, pageSize.most) : pageSize.least;
      if (last) ({ place } = last);
    }
    this.client.end();
  }

  private async finish(place: ReplayPlace): Promise<void> {
    const view = await this.replay.summary(place);
    const id = this.replay.tokenOf({ ...place, over: true });
    await this.client.write(this.format.write({ type: 'summary', id, view }));
    this.client.end();
  }

  /** The last event that was written: the last of all while the client keeps pace. */
  private async tell(page: readonly ReplayStep[]): Promise<ReplayStep | undefined> {
    let last: ReplayStep | undefined;
    let text = '';
    for (const step of page) {
      await this.awaitClock(step);
      if (this.client.isLeft) return last;
      text += this.format.write(this.told(step));
      last = step;
      if (text.length < chunkLength && step !== page.at(-1) && this.speed === Infinity) continue;
      if (!(await this.client.write(text))) return step;
      text = '';
    }
    return last;
  }

  private told({ event, place }: ReplayStep): Told {
    return { type: 'stance', id: this.replay.tokenOf(place), view: event };
  }

  private async awaitClock({ at }: ReplayStep): Promise<void> {
    if (this.speed === Infinity) return;
    this.since ??= { clock: at, at: performance.now() };
    const due = this.since.at + (at - this.since.clock) / this.speed;
    await this.client.wait(due - performance.now());
  }
}
