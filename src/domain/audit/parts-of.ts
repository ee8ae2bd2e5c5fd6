/** The groups of a match, by number from 1; empty where the text does not match, or the group is not there. */
export function partsOf(text: string, shape: RegExp): (group: number) => string {
  const match = shape.exec(text);
  return (group) => match?.[group] ?? '';
}
