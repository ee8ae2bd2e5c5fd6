import type { Schema } from './schema.js';

/** The few shapes that answers are described with. */
export const text: Schema = { type: 'string' };
export const number: Schema = { type: 'number' };
export const whole: Schema = { type: 'integer' };
export const truth: Schema = { type: 'boolean' };
export const instant: Schema = { type: 'string', format: 'date-time' };

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

export function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

export function word(...values: readonly string[]): Schema {
  return { type: 'string', enum: [...values] };
}

/** An object that has all these fields, and may get more in a later release. */
export function record(properties: Readonly<Record<string, Schema>>, example?: unknown): Schema {
  const required = Object.keys(properties);
  return { type: 'object', properties, required, ...(example !== undefined && { example }) };
}

export function both(...schemas: readonly Schema[]): Schema {
  return { allOf: [...schemas] };
}

export function either(...names: readonly string[]): Schema {
  return { anyOf: names.map(ref) };
}
