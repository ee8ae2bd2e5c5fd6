import type { Schema } from '../openapi/schema.js';

/** A query parameter, as OpenAPI tells it. */
export interface Parameter {
  readonly name: string;
  readonly says: string;
  readonly schema: Schema;
  readonly example?: string | number;
}

/** The parameters that a route knows; every other one is refused. */
export type Parameters = ReadonlyMap<string, Parameter>;

export function parameters(...groups: readonly (readonly Parameter[])[]): Parameters {
  return new Map(groups.flat().map((parameter) => [parameter.name, parameter]));
}

export const noParameters: Parameters = new Map();
