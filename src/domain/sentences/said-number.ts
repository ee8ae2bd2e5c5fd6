/** A score to two decimals, with a real minus; 0 has no sign. */
export function scoreSaid(score: number): string {
  const rounded = Math.abs(score).toFixed(2);
  return score < 0 && rounded !== '0.00' ? `−${rounded}` : rounded;
}

/** A change of score: as a score, but told with its sign. */
export function changeSaid(change: number): string {
  const said = scoreSaid(change);
  return change > 0 && said !== '0.00' ? `+${said}` : said;
}

/** A share, 0 … 1, in whole percent, but what is not nothing or all is not rounded to that. */
export function shareSaid(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return 'under 1 %';
  if (percent === 100 && share < 1 - 1e-9) return 'over 99 %';
  return `${percent} %`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
