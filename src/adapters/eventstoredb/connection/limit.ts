/** Lets so many run at once; the others wait for their turn. */
export class Limit {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly runningMax: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.runningMax) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
