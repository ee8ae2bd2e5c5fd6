import { v5 as uuidv5 } from 'uuid';
import { canonicalJson } from './canonical-json.js';

// Never changed: a file recorded today is recognised when it is recorded again in years.
const actNamespace = '95ef4e8f-625c-4a93-8399-0a7c269674f5';
const sourceNamespace = '584e2806-d488-4481-9c83-e51aa885358a';
const commandNamespace = '7f50c162-4af4-407d-9a16-51c5eaf41589';

/** An act's id from its name: `source#key`, or for one of joint acts `source#key/party`. */
export function actIdOf(name: string): string {
  return uuidv5(name, actNamespace);
}

/** What joint acts share, from the name that they have in common. */
export function jointIdOf(name: string): string {
  return uuidv5(`joint ${name}`, actNamespace);
}

/** The key of an act that was given none, from what tells it apart; no key of a recorder looks like it. */
export function derivedKey(facts: readonly unknown[]): string {
  return `~${uuidv5(canonicalJson(facts), actNamespace)}`;
}

export function sourceIdOf(facts: readonly unknown[]): string {
  return uuidv5(canonicalJson(facts), sourceNamespace);
}

/** The Idempotency-Key of a write: the same for the same thing done to the same target with the same content. */
export function commandOf(write: { readonly method: string; readonly path: string; readonly body: unknown }): string {
  return uuidv5(canonicalJson([write.method, write.path, write.body]), commandNamespace);
}
