import { setTimeout as pause } from 'node:timers/promises';

const glance = 25;

/** Repeats what is expected until it holds; what still fails when the time is over is thrown. */
export async function eventually(expected: () => Promise<void>, milliseconds = 60_000): Promise<void> {
  const end = performance.now() + milliseconds;
  const holds = (): Promise<boolean> =>
    expected().then(
      () => true,
      (error: unknown) => {
        if (performance.now() > end) throw error;
        return false;
      },
    );
  while (!(await holds())) await pause(glance);
}
