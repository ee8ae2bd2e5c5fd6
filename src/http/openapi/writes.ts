import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { ProblemCode } from '../problems/problem.js';
import { documented, requestHeader, type RouteNotes } from './documented.js';
import { either, ref, text } from './shapes.js';

interface WriteNotes extends RouteNotes {
  /** The schema of what is answered. */
  readonly answers?: string;
  /** The schema of what a dry run answers, if there can be one. */
  readonly checks?: string;
  readonly creates?: true;
}

const always: readonly ProblemCode[] = [
  ...(['bad-json', 'too-large', 'unsupported-media-type', 'id-in-use', 'behind', 'log-away'] as const),
];
const ofChanges: readonly ProblemCode[] = ['not-found', 'conflict', 'revision-mismatch'];

const key =
  'Makes a repeat of this request recognisable: 1–255 visible ASCII characters. A repeat gets the first result.';
const recorder = 'Who records; the server’s own setting when left out. Asserted, not proven.';
const ifMatch = 'The revision that the thing must be at, as its ETag gives it, such as "0".';

/** Documents a route that writes. */
export function Writes(notes: WriteNotes): MethodDecorator {
  const { answers = 'Receipt', checks, creates, refuses = [] } = notes;
  const etag = { ETag: { description: 'The revision written.', schema: text } };
  const location = { Location: { description: 'Where it can be read.', schema: text } };
  const headers = { ...etag, ...(creates && location) };
  const first = { 'application/json': { schema: ref(answers) } };
  const repeated = { 'application/json': { schema: checks === undefined ? ref(answers) : either(answers, checks) } };
  return applyDecorators(
    ...documented({ ...notes, refuses: [...always, ...(creates ? [] : ofChanges), ...refuses] }, 'POST'),
    requestHeader('Idempotency-Key', key),
    requestHeader('Demarche-Recorder', recorder),
    ...(creates ? [] : [requestHeader('If-Match', ifMatch)]),
    ApiResponse({ status: 201, description: 'Recorded, and projected by this node.', headers, content: first }),
    ApiResponse({ status: 200, description: again(checks), headers, content: repeated }),
  );
}

function again(checks: string | undefined): string {
  return `Recorded before: the first result.${checks === undefined ? '' : ' Or checked only.'}`;
}

/** What a claim about an act may be refused for. */
export const actRefusals: readonly ProblemCode[] = [
  ...(['bad-time', 'unknown-party', 'unknown-speaker', 'unknown-issue', 'unknown-source'] as const),
  ...(['leaning-out-of-range', 'duplicate-leaning', 'response-target-unknown', 'not-own-act'] as const),
  ...(['quote-not-found', 'quote-ambiguous', 'text-erased', 'log-altered'] as const),
];
