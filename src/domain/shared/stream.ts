/** Names of streams, as the API and every commitment know them: never changed once released. */
export const entityKinds = ['party', 'speaker', 'issue', 'source', 'act'] as const;
export type EntityKind = (typeof entityKinds)[number];

export const logStream = 'log';

export function streamOf(kind: EntityKind, id: string): string {
  return `${kind}-${id}`;
}

/** The inverse of `streamOf`; undefined for the log's own stream. */
export function entityOf(stream: string): { readonly kind: EntityKind; readonly id: string } | undefined {
  const dash = stream.indexOf('-');
  const kind = entityKinds.find((known) => known === stream.slice(0, dash));
  return kind && { kind, id: stream.slice(dash + 1) };
}
