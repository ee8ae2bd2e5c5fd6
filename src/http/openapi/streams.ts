import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { documented, requestHeader, type RouteNotes } from './documented.js';
import type { Schema } from './schema.js';
import { ref, text } from './shapes.js';

interface StreamNotes extends RouteNotes {
  /** The schema of each type of event. */
  readonly answers: Readonly<Record<string, string>>;
  /** It never has told everything. */
  readonly endless?: boolean;
}

/** Documents a route that answers event by event. */
export function Streams(notes: StreamNotes): MethodDecorator {
  const anyOf = Object.values(notes.answers).map(ref);
  const told: Schema = { anyOf };
  const named = Object.entries(notes.answers).map(([type, schema]) => `\`${type}\`: ${schema}`);
  const description = `${notes.summary}. A JSON document an event, by its type: ${named.join(', ')}.`;
  const content = { 'text/event-stream': { schema: text }, 'application/x-ndjson': { schema: told } };
  return applyDecorators(
    ...documented(notes, 'GET'),
    requestHeader('Last-Event-ID', 'The id of the last event that the client has: it goes on after that.'),
    ApiResponse({ status: 200, description, content }),
    ...(notes.endless ? [] : [ApiResponse({ status: 204, description: 'The client has had everything.' })]),
  );
}
