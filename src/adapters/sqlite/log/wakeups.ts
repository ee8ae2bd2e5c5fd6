/** What to watch: the last sequence, and a number that changes when another connection has committed. */
interface WatchedLog {
  sequence(): number;
  dataVersion(): number;
}

interface Waiter {
  readonly after: number;
  readonly release: () => void;
}

const pollInterval = 20;

/** Lets readers wait for events: its own commits are announced, other processes' commits are polled for. */
export class Wakeups {
  private readonly waiters = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;
  private seen: number | undefined;

  constructor(private readonly log: WatchedLog) {}

  wait(after: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.sequence() > after) return Promise.resolve();
    return new Promise((resolve) => {
      const release = () => {
        signal.removeEventListener('abort', release);
        this.remove(waiter);
        resolve();
      };
      const waiter = { after, release };
      signal.addEventListener('abort', release);
      this.add(waiter);
    });
  }

  /** Lets go whoever waits for what is there by now. */
  announce(): void {
    if (this.waiters.size > 0) this.release(this.sequence());
  }

  releaseAll(): void {
    this.release(Infinity);
  }

  private release(sequence: number): void {
    for (const waiter of this.waiters) if (waiter.after < sequence) waiter.release();
  }

  private add(waiter: Waiter): void {
    this.waiters.add(waiter);
    this.timer ??= setInterval(() => this.poll(), pollInterval).unref();
  }

  private remove(waiter: Waiter): void {
    this.waiters.delete(waiter);
    if (this.waiters.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private poll(): void {
    const version = this.orBeyond(() => this.log.dataVersion());
    if (version === this.seen) return;
    this.seen = version;
    this.announce();
  }

  private sequence(): number {
    return this.orBeyond(() => this.log.sequence());
  }

  /** A log that cannot be read lets its waiters go: they find out why by reading. */
  private orBeyond(ask: () => number): number {
    try {
      return ask();
    } catch {
      return Infinity;
    }
  }
}
