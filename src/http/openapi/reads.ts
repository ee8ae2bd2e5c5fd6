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
  /** What the ETag stands for: the revision of a thing, which is always sent, or the bytes, which may be known. */
  readonly etag: 'revision' | 'bytes';
}

/** Documents a route that reads. */
export function Reads(notes: ReadNotes): MethodDecorator {
  const { answers, etag, media = ['text/plain'] } = notes;
  const says = etag === 'revision' ? 'The revision, as `If-Match` takes it.' : 'A strong tag of the bytes.';
  const headers = { ETag: { description: says, schema: text } };
  const content =
    answers === null
      ? Object.fromEntries(media.map((type) => [type.split(';', 1)[0] ?? type, { schema: text }]))
      : { 'application/json': { schema: answering(answers) } };
  const known = [
    requestHeader('If-None-Match', 'ETags of answers that the client has.'),
    ApiResponse({ status: 304, description: 'The client has this very answer.' }),
  ];
  return applyDecorators(
    ...documented(notes, 'GET'),
    ApiResponse({ status: 200, description: notes.summary, headers, content }),
    ...(etag === 'bytes' ? known : []),
  );
}

function answering(answers: string | readonly string[]): Schema {
  return typeof answers === 'string' ? ref(answers) : either(...answers);
}
