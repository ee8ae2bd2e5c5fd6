import type { Basis } from '../../application/asking/basis.js';

type Asked = Omit<Basis, 'validAt'> & { readonly validAt: string | null };

/** A basis as flags: pasted back, they give the same answer to the bit, whatever was recorded since. */
export function basisFlags({ validAt, knownAt, model, codebook, lens }: Asked): string {
  const given: Record<string, unknown> = {
    ...(validAt === null ? {} : { validAt }),
    atSequence: knownAt.sequence,
    model: model.name,
    modelVersion: model.version,
    codebook,
    ...lens,
  };
  return Object.entries(given).map(flag).join(' ');
}

function flag([name, value]: readonly [string, unknown]): string {
  const long = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (value === true) return long;
  const text = Array.isArray(value) ? value.join(',') : String(value);
  return `${long} ${/^[\w.:,+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`}`;
}
