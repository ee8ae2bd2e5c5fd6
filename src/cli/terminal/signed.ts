/** A value of an axis for people: rounded, with its sign, a real minus; zero has none. */
export function signed(value: number | null, decimals = 2): string {
  if (value === null) return '–';
  const rounded = Math.abs(value).toFixed(decimals);
  if (Number(rounded) === 0) return rounded;
  return `${value < 0 ? '−' : '+'}${rounded}`;
}
