import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { Parameter, Parameters } from '../parameters/parameter.js';
import type { ProblemCode } from '../problems/problem.js';
import { statusOf } from '../problems/status-of.js';
import type { Schema } from './schema.js';
import { ref } from './shapes.js';

export interface RouteNotes {
  readonly summary: string;
  readonly says?: string;
  /** What the path names. */
  readonly path?: readonly Parameter[];
  readonly query?: Parameters;
  /** Codes that it may refuse with, beside those that every route may. */
  readonly refuses?: readonly ProblemCode[];
}

/** What OpenAPI says of a route, whatever it answers. */
export function documented(notes: RouteNotes, method: 'GET' | 'POST'): MethodDecorator[] {
  const { summary, says, path = [], query, refuses = [] } = notes;
  return [
    ApiOperation({ summary, ...(says !== undefined && { description: says }) }),
    ...path.map((parameter) => ApiParam({ ...told(parameter), required: true })),
    ...[...(query?.values() ?? [])].map((parameter) => ApiQuery({ ...told(parameter), required: false })),
    ...problems(['invalid', ...refuses], method),
    ApiResponse({ status: 'default', description: 'Any other error.', content: problemContent }),
  ];
}

/** A header that a request may carry. */
export function requestHeader(name: string, description: string): MethodDecorator {
  return applyDecorators(ApiHeader({ name, description, required: false, schema: { type: 'string' } }));
}

const problemContent = { 'application/problem+json': { schema: ref('Problem') } };

function told({ name, says, schema, example }: Parameter): { name: string; description: string; schema: Schema } {
  return { name, description: says, schema: { ...schema, ...(example !== undefined && { example }) } };
}

function problems(codes: readonly ProblemCode[], method: string): MethodDecorator[] {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes)
    byStatus.set(statusOf(code, method), [...(byStatus.get(statusOf(code, method)) ?? []), code]);
  return [...byStatus].map(([status, group]) =>
    ApiResponse({ status, description: group.map((code) => `\`${code}\``).join(', '), content: problemContent }),
  );
}
