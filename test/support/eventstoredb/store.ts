export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  /** Commit and prepare position in one; they grow, with gaps. */
  readonly position: bigint;
  readonly created: number;
}

export type ExpectedStream = 'any' | 'no-stream' | 'stream-exists' | number;

export type Outcome =
  | { readonly became: 'written'; readonly revision: number; readonly position: bigint }
  | { readonly became: 'wrong-version'; readonly current: number }
  | { readonly became: 'deleted' }
  | { readonly became: 'too-large' };

export const appendBytesMax = 1_048_576;

const nothing = new Uint8Array();

/** What the server keeps: streams and their one order, tombstones, and who waits for more. It outlives restarts. */
export class Store {
  readonly all: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly tombstoned = new Set<string>();
  /** Streams that were deleted softly: the first revision that can still be read. */
  private readonly truncated = new Map<string, number>();
  private readonly waiting = new Set<() => void>();

  constructor(private readonly now: () => number = Date.now) {
    // Every real server begins with events of its own.
    this.write('$users', [proposed('$UserCreated', '{"loginName":"admin"}')]);
  }

  isTombstoned(stream: string): boolean {
    return this.tombstoned.has(stream);
  }

  /** The events that can be read; undefined when there is no such stream. */
  readable(stream: string): readonly StoredEvent[] | undefined {
    const events = this.streams.get(stream) ?? [];
    const from = this.truncated.get(stream) ?? 0;
    return events.length > from ? events.slice(from) : undefined;
  }

  /** The first event after the position. */
  after(position: bigint): StoredEvent | undefined {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.position ?? 0n) > position) high = middle;
      else low = middle + 1;
    }
    return this.all[low];
  }

  append(stream: string, expected: ExpectedStream, events: readonly ProposedEvent[]): Outcome {
    if (this.tombstoned.has(stream)) return { became: 'deleted' };
    if (events.reduce((sum, { data }) => sum + data.length, 0) >= appendBytesMax) return { became: 'too-large' };
    const earlier = this.earlier(stream, expected, events);
    if (earlier !== undefined) return earlier;
    const current = this.currentOf(stream);
    if (!this.meets(stream, expected)) return { became: 'wrong-version', current };
    return this.write(stream, events);
  }

  tombstone(stream: string): Outcome {
    if (this.tombstoned.has(stream)) return { became: 'deleted' };
    const outcome = this.write(stream, [proposed('$streamDeleted', '')]);
    this.tombstoned.add(stream);
    return outcome;
  }

  /** Deletes softly: nothing is read any more, and the next event goes on numbering. */
  delete(stream: string): Outcome {
    if (this.tombstoned.has(stream)) return { became: 'deleted' };
    this.truncated.set(stream, (this.streams.get(stream) ?? []).length);
    return this.write(`$$${stream}`, [proposed('$metadata', '{"$tb":9223372036854775807}')]);
  }

  /** Takes what was tombstoned out of the files; the tombstones stay. */
  scavenge(): void {
    const kept = this.all.filter(({ stream, type }) => !this.tombstoned.has(stream) || type === '$streamDeleted');
    this.all.splice(0, this.all.length, ...kept);
  }

  /** Resolves when there is more, or when nobody waits any longer. */
  grown(noLonger: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        noLonger.removeEventListener('abort', wake);
        resolve();
      };
      noLonger.addEventListener('abort', wake);
      this.waiting.add(wake);
      if (noLonger.aborted) wake();
    });
  }

  private currentOf(stream: string): number {
    return (this.streams.get(stream) ?? []).length - 1;
  }

  private meets(stream: string, expected: ExpectedStream): boolean {
    const current = this.currentOf(stream);
    if (expected === 'any') return true;
    if (expected === 'no-stream') return current === -1 || this.readable(stream) === undefined;
    return expected === 'stream-exists' ? current >= 0 : current === expected;
  }

  /** What became of these very events before: known by their ids, where the expected revision says that they stand. */
  private earlier(stream: string, expected: ExpectedStream, events: readonly ProposedEvent[]): Outcome | undefined {
    const stored = this.streams.get(stream) ?? [];
    const known = stored.findIndex(({ id }) => id === events[0]?.id);
    if (known === -1) return undefined;
    const same = events.every(({ id }, index) => stored[known + index]?.id === id);
    const last = stored[known + events.length - 1];
    if (!same || last === undefined || !isAt(expected, known)) {
      return { became: 'wrong-version', current: stored.length - 1 };
    }
    return { became: 'written', revision: last.revision, position: last.position };
  }

  private write(stream: string, events: readonly ProposedEvent[]): Outcome {
    const stored = this.streams.get(stream) ?? [];
    this.streams.set(stream, stored);
    for (const event of events) {
      const position = (this.all.at(-1)?.position ?? 0n) + 100n + BigInt(event.data.length);
      const whole = { ...event, stream, revision: stored.length, position, created: this.now() };
      stored.push(whole);
      this.all.push(whole);
    }
    for (const wake of [...this.waiting]) wake();
    return { became: 'written', revision: stored.length - 1, position: this.all.at(-1)?.position ?? 0n };
  }
}

/** Whether what is appended at the expected revision would begin at this one. */
function isAt(expected: ExpectedStream, revision: number): boolean {
  if (expected === 'no-stream') return revision === 0;
  return typeof expected !== 'number' || revision === expected + 1;
}

function proposed(type: string, data: string): ProposedEvent {
  const id = crypto.randomUUID();
  return { id, type, contentType: 'application/json', data: new TextEncoder().encode(data), metadata: nothing };
}
