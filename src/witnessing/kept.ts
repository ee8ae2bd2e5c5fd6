import type { CheckpointText } from '../domain/audit/checkpoint.js';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../domain/audit/verifier-key.js';
import { sha256 } from '../verifying/sha256.js';
import { signedCheckpoint } from './signed-checkpoint.js';

/** What a witness keeps of a server: the last checkpoint that it believed, and whose signature it believes. */
export interface Kept {
  readonly url: string;
  readonly keys: readonly VerifierKey[];
  /** When the server last showed it: RFC 3339. */
  readonly seenAt: string;
  /** The signed note, to the byte. */
  readonly note: string;
  /** What the note says. */
  readonly checkpoint: CheckpointText;
}

const format = 1;

export function formatKept({ url, keys, seenAt, note }: Omit<Kept, 'checkpoint'>): string {
  return `${JSON.stringify({ witness: format, url, keys: keys.map(formatVerifierKey), seenAt, note }, null, 2)}\n`;
}

/** What was kept; null for what is not, or was damaged: its note is signed by one of its keys. */
export function parseKept(text: string): Kept | null {
  try {
    const value: unknown = JSON.parse(text);
    return isWritten(value) ? keptIn(value) : null;
  } catch {
    return null; // no JSON, or no signed checkpoint
  }
}

interface Written {
  readonly url: string;
  readonly keys: readonly string[];
  readonly seenAt: string;
  readonly note: string;
}

function keptIn({ url, keys: lines, seenAt, note }: Written): Kept | null {
  const keys = lines.flatMap((line) => parseVerifierKey(line, sha256) ?? []);
  if (keys.length < lines.length) return null;
  return { url, keys, seenAt, note, checkpoint: signedCheckpoint(note, keys) };
}

function isWritten(value: unknown): value is Written {
  if (typeof value !== 'object' || value === null) return false;
  const { witness, url, keys, seenAt, note } = value as Readonly<Record<string, unknown>>;
  const areTexts = [url, seenAt, note].every((one) => typeof one === 'string');
  return witness === format && areTexts && Array.isArray(keys) && keys.every((key) => typeof key === 'string');
}
