import type { Basis } from '../../application/asking/basis.js';

/** A basis as the query that asks on it again. */
export function basisQuery({ validAt, knownAt, model, codebook, lens }: Basis): string {
  const given: Readonly<Record<string, unknown>> = {
    validAt,
    atSequence: knownAt.sequence,
    model: model.name,
    modelVersion: model.version,
    codebook,
    ...lens,
  };
  // A list is written with commas, as the parameters take it.
  return Object.entries(given)
    .map(
      ([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll('%2C', ',').replaceAll('%3A', ':')}`,
    )
    .join('&');
}
