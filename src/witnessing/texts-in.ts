import { hexOfBase64 } from '../domain/audit/base64.js';
import type { Hash } from '../domain/audit/hash.js';

/** The path in a server's proof of consistency; null where there is none. */
export function pathIn(proof: string): readonly Hash[] | null {
  const texts = textsIn(proof, 'path');
  return texts && texts.map((text) => hexOfBase64(text) ?? '');
}

/** A list of texts that stands in a JSON object; null where there is none. */
export function textsIn(json: string, name: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(json);
    const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : null;
  } catch {
    return null;
  }
}
