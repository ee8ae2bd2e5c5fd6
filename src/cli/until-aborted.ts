/** Resolves when the signal is aborted, at once if it was already; keeps the process alive until then. */
export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const alive = setInterval(() => undefined, 3_600_000);
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
  clearInterval(alive);
}
