import { base64OfHex, hexOfBase64 } from './base64.js';
import type { Sha256 } from './hash.js';
import { partsOf } from './parts-of.js';

/** Who may sign: an Ed25519 public key under a name, as C2SP's signed-note knows it. */
export interface VerifierKey {
  /** Printable ASCII without space and plus. */
  readonly name: string;
  /** Eight hexadecimal digits that tell keys of one name apart. */
  readonly keyId: string;
  /** 32 bytes as hexadecimal digits. */
  readonly publicKey: string;
}

/** The byte that stands for Ed25519, before the key's own. */
const ed25519 = '01';
const lineBreak = '0a';
const keyDigits = 66;

export function verifierKeyOf(name: string, publicKey: string, sha256: Sha256): VerifierKey {
  const keyId = sha256.ofHex(asciiHex(name) + lineBreak + ed25519 + publicKey).slice(0, 8);
  return { name, keyId, publicKey };
}

/** `name+id+key`, one line: the form in which verifiers of notes are given a key. */
export function formatVerifierKey({ name, keyId, publicKey }: VerifierKey): string {
  return `${name}+${keyId}+${base64OfHex(ed25519 + publicKey)}`;
}

/** The key in the line; null for what is none, or whose id is not its own. */
export function parseVerifierKey(line: string, sha256: Sha256): VerifierKey | null {
  const part = partsOf(line, /^([!-*,-~]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/);
  const hex = hexOfBase64(part(3)) ?? '';
  if (hex.length !== keyDigits || !hex.startsWith(ed25519)) return null;
  const key = verifierKeyOf(part(1), hex.slice(ed25519.length), sha256);
  return key.keyId === part(2) ? key : null;
}

function asciiHex(text: string): string {
  return [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
