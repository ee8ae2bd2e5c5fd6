import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';

/** Items that a list of a body may have. */
export const listItemsMax = 1000;

/** What a field tells of itself. */
export interface FieldNotes {
  /** What it means, for OpenAPI. */
  readonly says: string;
  readonly example?: unknown;
  /** May be left out, and null means the same. */
  readonly optional?: true;
  /** Holds a list of such values. */
  readonly list?: true;
  /** Items that the list has at least. */
  readonly atLeast?: number;
}

/** What JSON Schema says of a value, as far as fields need it. */
interface FieldSchema {
  readonly type: 'string' | 'number' | 'integer';
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One kind of field: what it takes, in a test, in words and as a schema. */
export interface FieldRule {
  readonly name: string;
  /** Completes the sentence "This is …". */
  readonly expected: string;
  /** What it holds: a plain value, or objects of a class. */
  readonly holds: FieldSchema | (() => Type<object>);
  accepts(value: unknown): boolean;
}

/** Declares a field once, for class-validator and for OpenAPI. */
export function field(rule: FieldRule, notes: FieldNotes): PropertyDecorator {
  const { name, holds, expected } = rule;
  const { optional, list = false, atLeast = 0 } = notes;
  const validator = { validate: (value: unknown) => rule.accepts(value), defaultMessage: () => expected };
  return applyDecorators(
    ValidateBy(
      { name, constraints: typeof holds === 'function' ? [holds] : [], validator },
      { each: list, context: { atLeast } },
    ),
    ...(optional ? [IsOptional()] : []),
    ApiProperty(propertyOf(rule, notes)),
  );
}

type Told = Pick<ApiPropertyOptions, 'description' | 'nullable' | 'example' | 'maxItems' | 'minItems'> & {
  required: boolean;
};

function propertyOf({ holds }: FieldRule, notes: FieldNotes): ApiPropertyOptions {
  const { list = false } = notes;
  const told = toldOf(notes);
  if (typeof holds === 'function') return { ...told, type: () => holds(), isArray: list };
  const { enum: values, ...schema } = holds;
  const plain = { ...schema, ...(values && { enum: [...values] }) };
  return list ? { ...told, type: 'array', items: plain } : { ...told, ...plain };
}

function toldOf({ says, example, optional, list, atLeast = 0 }: FieldNotes): Told {
  return {
    description: says,
    required: !optional,
    ...(optional && { nullable: true }),
    ...(example !== undefined && { example }),
    ...(list && { maxItems: listItemsMax, minItems: atLeast }),
  };
}
