/** A field as its sender meant it: left out and null are the same. */
export function given<T>(value: T | null | undefined): T | null {
  return value ?? null;
}
