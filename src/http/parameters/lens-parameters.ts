import { actKinds, attributions } from '../../domain/acts/act-kind.js';
import { halfLifeDaysRange } from '../../domain/issues/issue.js';
import { grades } from '../../domain/sources/source-content.js';
import type { Parameter } from './parameter.js';

const list = { type: 'string' };
const time = { type: 'string' };
const { min, max } = halfLifeDaysRange;

/** What of the evidence counts, and which acts may contribute. */
export const lensParameters: readonly Parameter[] = [
  { name: 'excludeActs', says: 'As if these acts had never been recorded; ids with commas between.', schema: list },
  { name: 'excludeSources', says: 'As if these sources had never been cited; ids with commas between.', schema: list },
  {
    name: 'publishedUntil',
    says: 'What the public could know: sources published until the end of this.',
    schema: time,
  },
  { name: 'recorders', says: 'Only what these recorded, over every event of acts; with commas between.', schema: list },
  { name: 'excludeRecorders', says: 'Without what these recorded; with commas between.', schema: list },
  { name: 'kinds', says: `Only acts of these kinds may contribute: ${actKinds.join(', ')}.`, schema: list },
  { name: 'speakers', says: 'Only what these speakers said may contribute; ids with commas between.', schema: list },
  { name: 'minReliability', says: 'Of sources at least so reliable, by value.', schema: oneOf(grades) },
  { name: 'minAttribution', says: 'Attributed at least so firmly, by value.', schema: oneOf(attributions) },
  { name: 'occurredFrom', says: 'Only acts that occurred wholly from the start of this on.', schema: time },
  { name: 'occurredTo', says: 'Only acts that occurred wholly until the end of this.', schema: time },
  {
    name: 'mandated',
    says: 'Only acts of speakers under a mandate that covers them.',
    schema: oneOf(['true', 'false']),
  },
  {
    name: 'halfLifeDays',
    says: 'Days after which an act counts half, instead of the issue’s own.',
    schema: { type: 'number', minimum: min, maximum: max },
  },
];

function oneOf(values: readonly string[]): Parameter['schema'] {
  return { type: 'string', enum: [...values] };
}
