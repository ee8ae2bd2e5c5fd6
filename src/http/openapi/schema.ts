import type { OpenAPIObject } from '@nestjs/swagger';

/** A JSON Schema as OpenAPI 3.1 has it, or a reference to one. */
export type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
