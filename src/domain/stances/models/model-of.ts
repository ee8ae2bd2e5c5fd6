import { Refusal } from '../../shared/refusal.js';
import { decayedMean1 } from './decayed-mean.js';
import { latest1 } from './latest.js';
import { mean1 } from './mean.js';
import type { StanceModel } from './stance-model.js';

/** Every version ever released: answers given with them stay computable. */
const released: readonly StanceModel[] = [decayedMean1, latest1, mean1];

/** The model of this name and version; refuses others, naming what is allowed. */
export function modelOf(name: string, version: number): StanceModel {
  const named = released.filter((model) => model.name === name);
  if (named.length === 0) throw unknown('?model', `There is no model “${name}”`, released.map(nameOf));
  const found = named.find((model) => model.version === version);
  if (!found) throw unknown('?modelVersion', `There is no version ${version} of ${name}`, named.map(versionOf));
  return found;
}

function nameOf({ name }: StanceModel): string {
  return name;
}

function versionOf({ version }: StanceModel): string {
  return `${version}`;
}

function unknown(pointer: string, finding: string, allowed: readonly string[]): Refusal {
  const detail = `${finding}; allowed: ${[...new Set(allowed)].join(', ')}.`;
  return new Refusal('invalid', detail, [{ pointer, detail }]);
}
