import { eventually } from '../faults/eventually.js';
import { eventsIn } from './streamed.js';

/** One event of a live stream, as its document says. */
export interface Tailed {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A client of `GET /v1/stream`, which reads as events come. */
export class Tail {
  private text = '';
  private over: Promise<void> = Promise.resolve();

  private constructor(private readonly leaving: AbortController) {}

  /** Resolves when the server has said from where on it tells. */
  static async open(url: string, last: string | null = null): Promise<Tail> {
    const tail = new Tail(new AbortController());
    const headers = { accept: 'text/event-stream', ...(last !== null && { 'last-event-id': last }) };
    const { body, status } = await fetch(url, { headers, signal: tail.leaving.signal });
    if (status !== 200 || !body) throw new Error(`${url}: ${String(status)}`);
    tail.over = tail.read(body.pipeThrough(new TextDecoderStream())).catch(() => undefined);
    await eventually(async () => expect(tail.text).toContain('\n\n'));
    return tail;
  }

  get told(): readonly Tailed[] {
    return eventsIn(this.whole).map(({ data }) => data as Tailed);
  }

  /** What a browser would send as `Last-Event-ID`. */
  get last(): string {
    return [...this.whole.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '';
  }

  /** Ids told so far, once there are as many. */
  async ids(count: number): Promise<readonly string[]> {
    await eventually(async () => expect(this.told.length).toBeGreaterThanOrEqual(count));
    return this.told.map(({ id }) => id);
  }

  /** Once what has this id was told. */
  until(id: string): Promise<void> {
    return eventually(async () => expect(this.told.map((event) => event.id)).toContain(id));
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await this.over;
  }

  /** Until the server ends it or is gone. */
  end(): Promise<void> {
    return this.over;
  }

  /** What was cut off in the middle of a block counts for nothing, as in a browser. */
  private get whole(): string {
    return this.text.slice(0, this.text.lastIndexOf('\n\n') + 2);
  }

  private async read(text: ReadableStream<string>): Promise<void> {
    for await (const chunk of text) this.text += chunk;
  }
}
