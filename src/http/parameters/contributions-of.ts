import type { Asked } from './asked.js';

const shownByDefault = 100;

/** How many contributions to show; Infinity for all. @throws Refusal `invalid` */
export function contributionsOf(asked: Asked): number {
  const value = asked.text('contributions');
  if (value === 'all') return Infinity;
  if (value === 'none') return 0;
  return asked.integer('contributions', { min: 0 }) ?? shownByDefault;
}
