/** A text among the fields of a catalogue entry; null where it has none of that name. */
export function wordIn(entry: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = entry[name];
  return typeof value === 'string' ? value : null;
}
