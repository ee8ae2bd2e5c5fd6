import { base64OfHex, hexOfBase64 } from './base64.js';
import { type Hash, isHash } from './hash.js';
import { partsOf } from './parts-of.js';

/** A proof for one entry with all that it takes to check it offline but the key: C2SP tlog-proof. */
export interface TlogProof {
  readonly index: bigint;
  readonly path: readonly Hash[];
  /** Not vouched for by the proof: bytes as hexadecimal digits; here those of the leaf, or null. */
  readonly extra: string | null;
  /** The signed note. */
  readonly checkpoint: string;
}

const firstLine = 'c2sp.org/tlog-proof@v1';

export function formatTlogProof({ index, path, extra, checkpoint }: TlogProof): string {
  const extraLine = extra === null ? [] : [`extra ${base64OfHex(extra)}`];
  return [firstLine, ...extraLine, `index ${String(index)}`, ...path.map(base64OfHex), '', checkpoint].join('\n');
}

const shape = /^c2sp\.org\/tlog-proof@v1\n(extra [^\n]*\n)?index (0|[1-9]\d{0,19})\n((?:[^\n]+\n)*)\n([^]*)$/;

/** Null for what is no such proof. */
export function parseTlogProof(source: string): TlogProof | null {
  const part = partsOf(source, shape);
  const path = linesOf(part(3)).map((line) => hexOfBase64(line) ?? '');
  const extra = part(1) === '' ? null : hexOfBase64(part(1).slice('extra '.length, -1));
  if (part(2) === '' || !path.every(isHash)) return null;
  return { index: BigInt(part(2)), path, extra, checkpoint: part(4) };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}
