import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { documented, requestHeader, type RouteNotes } from './documented.js';
import type { Schema } from './schema.js';
import { either, ref, text } from './shapes.js';

interface ReadNotes extends RouteNotes {
  /** The schema of what is answered, or several where the question decides; plain text when it has none. */
  readonly answers: string | readonly string[] | null;
  /** Media types of what is answered, where it has no schema; plain text when left out. */
  readonly media?: readonly string[];
  /** Schemas of the same in other media types, which a client asks for in `Accept`. */
  readonly alsoAs?: Readonly<Record<string, string>>;
  /** What the ETag stands for: the revision of a thing, which is always sent, or the bytes, which may be known. */
  readonly etag: 'revision' | 'bytes';
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** Documents a route that reads. */
export function Reads(notes: ReadNotes): MethodDecorator {
  const { etag } = notes;
  const says = etag === 'revision' ? 'The revision, as `If-Match` takes it.' : 'A strong tag of the bytes.';
  const headers = { ETag: { description: says, schema: text } };
  const known = [
    requestHeader('If-None-Match', 'ETags of answers that the client has.'),
    ApiResponse({ status: 304, description: 'The client has this very answer.' }),
  ];
  return applyDecorators(
    ...documented(notes, 'GET'),
    ApiResponse({ status: 200, description: notes.summary, headers, content: contentOf(notes) }),
    ...(etag === 'bytes' ? known : []),
  );
}

function contentOf({ answers, media = ['text/plain'], alsoAs = {} }: ReadNotes): Content {
  if (answers === null) return Object.fromEntries(media.map((type) => [bare(type), { schema: text }]));
  const others = Object.entries(alsoAs).map(([type, schema]) => [bare(type), { schema: ref(schema) }] as const);
  return { 'application/json': { schema: answering(answers) }, ...Object.fromEntries(others) };
}

/** A media type without its parameters. */
function bare(type: string): string {
  return type.split(';', 1)[0] ?? type;
}

function answering(answers: string | readonly string[]): Schema {
  return typeof answers === 'string' ? ref(answers) : either(...answers);
}
