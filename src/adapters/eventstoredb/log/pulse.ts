/** Lets many wait for the next change, or for their time to be over. */
export class Pulse {
  private readonly waiting = new Set<() => void>();

  beat(): void {
    for (const wake of [...this.waiting]) wake();
  }

  next(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = milliseconds === Infinity ? undefined : setTimeout(wake, milliseconds);
      signal?.addEventListener('abort', wake);
      this.waiting.add(wake);
      if (signal?.aborted === true) wake();
    });
  }
}
