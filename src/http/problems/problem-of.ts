import { HttpException } from '@nestjs/common';
import { Refusal } from '../../domain/shared/refusal.js';
import type { Problem, ProblemCode } from './problem.js';
import { statusOf } from './status-of.js';

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  404: 'not-found',
  406: 'not-acceptable',
  413: 'too-large',
  415: 'unsupported-media-type',
};

/** What the framework refuses by itself, in words that tell a client what to do. */
const details: Readonly<Partial<Record<ProblemCode, string>>> = {
  'not-found': 'There is nothing at this address; /openapi.json lists what there is.',
  'too-large': 'A request body has at most 8 MiB.',
  'unsupported-media-type': 'A request body is JSON: send it as application/json.',
};

/** Whatever was thrown, as a client may know it: of a fault nothing but that it happened. */
export function problemOf(error: unknown, method: string): Problem {
  if (error instanceof Refusal) {
    const { code, message, errors, facts } = error;
    return { status: statusOf(code, method), code, detail: message, errors, facts };
  }
  if (isNamed(error, 'LogSealed')) return { status: 503, code: 'log-away', detail: error.message };
  if (isNamed(error, 'LogAway'))
    return { status: 503, code: 'log-away', detail: 'The log cannot be reached; try again.' };
  if (error instanceof HttpException) return problemOfFramework(error);
  return { status: 500, code: 'internal', detail: 'Something went wrong here; it was logged.' };
}

function problemOfFramework(error: HttpException): Problem {
  const code = codeOfStatus[error.getStatus()] ?? 'bad-request';
  return { status: statusOf(code, ''), code, detail: details[code] ?? error.message };
}

// The ports are out of reach for a door, so that their errors are known by their names.
function isNamed(error: unknown, name: string): error is Error {
  return error instanceof Error && error.name === name;
}
