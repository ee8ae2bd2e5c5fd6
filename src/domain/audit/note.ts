import { base64OfHex, hexOfBase64 } from './base64.js';
import { partsOf } from './parts-of.js';

/** One signature of a note: whose it says it is, and the bytes as hexadecimal digits. */
export interface NoteSignature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  readonly signature: string;
}

/** A text signed by one or more keys, as C2SP's signed-note has it. */
export interface Note {
  /** Ends in a line break. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** More is refused, so that nobody is kept busy with signatures that he does not know. */
const signaturesMax = 100;
const keyIdDigits = 8;
const signatureLine = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)$/u;

export function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, keyId, signature }) => `\u2014 ${name} ${base64OfHex(keyId + signature)}\n`);
  return `${text}\n${lines.join('')}`;
}

/** The parts of a signed note; null for whatever is not one, to the byte. */
export function parseNote(source: string): Note | null {
  const blank = source.lastIndexOf('\n\n');
  if (blank === -1 || !source.endsWith('\n') || hasControls(source)) return null;
  const lines = source.slice(blank + 2, -1).split('\n');
  const signatures = lines.flatMap((line) => signatureIn(line) ?? []);
  const isWhole = signatures.length === lines.length && signatures.length <= signaturesMax;
  return isWhole ? { text: source.slice(0, blank + 1), signatures } : null;
}

function signatureIn(line: string): NoteSignature | null {
  const part = partsOf(line, signatureLine);
  const hex = hexOfBase64(part(2)) ?? '';
  if (hex.length <= keyIdDigits) return null;
  return { name: part(1), keyId: hex.slice(0, keyIdDigits), signature: hex.slice(keyIdDigits) };
}

/** Control characters of ASCII other than the line break. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x20 && text.charAt(at) !== '\n') return true;
  return false;
}
