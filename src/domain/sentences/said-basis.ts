import { decayedMean1 } from '../stances/models/decayed-mean.js';
import { dateSaid } from './said-date.js';

/** What a sentence tells of a basis, but for T. */
export interface BasisSaid {
  readonly knownAt: { readonly sequence: number; readonly recordedAt: string | null; readonly settled: boolean };
  readonly model: { readonly name: string };
  readonly lens: object;
}

/** When its K was recorded, such as “as known on 23 April”. */
export function knowledgeSaid({ knownAt }: BasisSaid, year: string | null): string {
  const { recordedAt, settled } = knownAt;
  if (recordedAt === null) return 'with nothing recorded';
  return `as known on ${dateSaid(recordedAt, year)}${settled ? '' : ' so far'}`;
}

/** Model and lens, where they are not the usual ones; else empty. */
export function methodSaid({ model, lens }: BasisSaid): string {
  const names = Object.keys(lens);
  const byModel = model.name === decayedMean1.name ? [] : [`by the model ${model.name}`];
  const throughLens = names.length === 0 ? [] : [`through a lens (${names.join(', ')})`];
  return [...byModel, ...throughLens].join(' and ');
}
