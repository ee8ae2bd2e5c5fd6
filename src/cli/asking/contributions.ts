import type { ContributionView } from '../../application/asking/views.js';

/** The contributions of greatest share, at most so many, the newest first. */
export function heaviest(contributions: readonly ContributionView[], max: number): readonly ContributionView[] {
  const least = contributions.map(({ share }) => share).sort((a, b) => b - a)[max - 1] ?? 0;
  const heavy = contributions.filter(({ share }) => share >= least);
  return heavy.slice(Math.max(0, heavy.length - max)).reverse();
}
