/** The checkpoint that a file holds: the signed note itself, or the `note` in what `demarche witness` keeps. */
export function checkpointIn(content: string): string {
  try {
    const value: unknown = JSON.parse(content);
    const note: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'note') : null;
    return typeof note === 'string' ? note : content;
  } catch {
    return content; // a note is no JSON
  }
}
