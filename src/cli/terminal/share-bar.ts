const parts = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A share, 0 … 1, as a bar of so many columns, to an eighth of one. */
export function shareBar(share: number, width: number): string {
  const eighths = Math.round(Math.min(Math.max(share, 0), 1) * width * 8);
  const bar = '█'.repeat(Math.floor(eighths / 8)) + (parts[eighths % 8] ?? '');
  return bar === '' && share > 0 ? '▏' : bar;
}
