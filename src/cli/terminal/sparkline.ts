const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Scores from −1 to +1 as one line of blocks; null, where there is no score, as a space. */
export function sparkline(scores: readonly (number | null)[]): string {
  return scores.map((score) => (score === null ? ' ' : block(score))).join('');
}

function block(score: number): string {
  const level = Math.floor(((score + 1) / 2) * blocks.length);
  return blocks[Math.min(Math.max(level, 0), blocks.length - 1)] ?? ' ';
}
