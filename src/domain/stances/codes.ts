/** A table between names and the small numbers that columns and views store for them. */
export interface Codes<Name> {
  codeOf(name: Name): number;
  nameOf(code: number): Name;
}

/** Codes count from 0 in the order given: names may be added at the end, never moved or removed. */
export function codesOf<Name>(names: readonly Name[]): Codes<Name> {
  const codes = new Map(names.map((name, code) => [name, code]));
  return { codeOf: (name) => found(codes.get(name), name), nameOf: (code) => found(names[code], code) };
}

function found<T>(result: T | undefined, asked: unknown): T {
  if (result === undefined) throw new RangeError(`not in the table of codes: ${String(asked)}`);
  return result;
}
