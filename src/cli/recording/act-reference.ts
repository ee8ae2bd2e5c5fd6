import { didYouMean } from '../did-you-mean.js';
import { actIdOf } from './derived-ids.js';
import type { Declarations } from './declarations.js';

/** An act that a document refers to. */
export interface Referred {
  readonly id: string;
  /** `source#key` or `source#key/party`; null where an id was given. */
  readonly name: string | null;
  readonly source: string | null;
  /** What it shares with the acts done jointly with it. */
  readonly jointName: string | null;
}

export interface Unresolved {
  readonly detail: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';
const reference = new RegExp(`^(${slug})?#(${slug}|~[0-9a-f-]+)(?:/(${slug}))?$`);

export function isUnresolved(referred: Referred | Unresolved): referred is Unresolved {
  return 'detail' in referred;
}

/** Reads `#key`, `source#key`, `source#key/party` or an act's id; `source` is the document's own. */
export function resolveReference(
  written: string,
  source: string | null,
  declarations: Declarations,
): Referred | Unresolved {
  if (uuid.test(written)) return { id: written.toLowerCase(), name: null, source: null, jointName: null };
  const [matched, of = source, key = '', party] = reference.exec(written) ?? [];
  if (matched === undefined) {
    return { detail: `\`${written}\` is no reference: write \`#key\`, \`source#key\`, \`source#key/party\` or an id.` };
  }
  if (of === null) return { detail: `\`${written}\` names no source, and this document has none.` };
  return named(`${of}#${key}`, { of, party }, declarations);
}

interface Parts {
  readonly of: string;
  readonly party: string | undefined;
}

function named(name: string, { of, party }: Parts, declarations: Declarations): Referred | Unresolved {
  const detail = misnamed(name, party, declarations.partiesOf(name));
  if (detail !== null) return { detail };
  if (party === undefined) return { id: actIdOf(name), name, source: of, jointName: null };
  const full = `${name}/${party}`;
  return { id: actIdOf(full), name: full, source: of, jointName: name };
}

/** What is wrong with how an act is named whose parties are known; of an unknown one, only the server can tell. */
function misnamed(
  name: string,
  party: string | undefined,
  parties: readonly string[] | null | undefined,
): string | null {
  if (parties === undefined) return null;
  if (parties === null)
    return party === undefined ? null : `\`${name}\` was done by one party; leave \`/${party}\` out.`;
  if (party === undefined) {
    return `\`${name}\` was done jointly; say whose act: ${parties.map((id) => `${name}/${id}`).join(', ')}.`;
  }
  if (parties.includes(party)) return null;
  return `\`${party}\` is not among those who did \`${name}\`.${didYouMean(party, parties)}`;
}
