import type { Asked } from './asked.js';
import type { Parameter } from './parameter.js';

const limitRange = { min: 1, max: 1000, default: 50 };

/** How a list is paged through. */
export const pageParameters: readonly Parameter[] = [
  { name: 'q', says: 'Words that each item must have.', schema: { type: 'string', maxLength: 500 } },
  { name: 'cursor', says: '`next` of the page before; it seals K and filter.', schema: { type: 'string' } },
  {
    name: 'limit',
    says: `Items of a page, ${limitRange.default} when left out.`,
    schema: { type: 'integer', minimum: limitRange.min, maximum: limitRange.max, default: limitRange.default },
  },
];

export interface PageAsked {
  readonly q: string | null;
  readonly cursor: string | null;
  readonly limit: number;
}

export function pageOf(asked: Asked): PageAsked {
  const limit = asked.integer('limit', limitRange) ?? limitRange.default;
  return { q: asked.text('q'), cursor: asked.text('cursor'), limit };
}
