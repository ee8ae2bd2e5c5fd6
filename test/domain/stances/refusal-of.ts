/** What a call throws. */
export function refusalOf(ask: () => unknown): unknown {
  try {
    ask();
  } catch (refusal) {
    return refusal;
  }
  throw new Error('nothing was refused');
}
