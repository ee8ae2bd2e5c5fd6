import type { Type } from '@nestjs/common';
import { getMetadataStorage, type MetadataStorage } from 'class-validator';

/** How one field of a body is checked. */
export interface FieldPlan {
  readonly name: string;
  readonly optional: boolean;
  readonly list: boolean;
  /** Items that a list has at least. */
  readonly atLeast: number;
  readonly part: Type<object> | null;
  /** Completes the sentence "This is …". */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

export type BodyPlan = ReadonlyMap<string, FieldPlan>;
interface ListLimits {
  readonly atLeast: number;
}
type Rule = ReturnType<MetadataStorage['getTargetValidationMetadatas']>[number];

const plans = new Map<Type<object>, BodyPlan>();

/**
 * What class-validator's decorators say of a class, read once: its own executor groups them anew for every object,
 * which costs 130 µs for an act where a plan costs a tenth.
 */
export function planOf(type: Type<object>): BodyPlan {
  const known = plans.get(type);
  if (known) return known;
  const plan = readPlan(type);
  plans.set(type, plan);
  return plan;
}

function readPlan(type: Type<object>): BodyPlan {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const optional = new Set(rules.filter(isOptionality).map(({ propertyName }) => propertyName));
  const fields = rules.filter((rule) => !isOptionality(rule)).map((rule) => fieldOf(rule, optional));
  return new Map(fields.map((field) => [field.name, field]));
}

function isOptionality({ type }: Rule): boolean {
  return type === 'conditionalValidation';
}

function fieldOf(rule: Rule, optional: ReadonlySet<string>): FieldPlan {
  const constraint = getMetadataStorage().getTargetValidatorConstraints(rule.constraintCls)[0]?.instance;
  if (!constraint) throw new Error(`the field ${rule.propertyName} has no rule`);
  const [part] = rule.constraints as readonly unknown[];
  return {
    name: rule.propertyName,
    optional: optional.has(rule.propertyName),
    list: rule.each,
    atLeast: (rule.context as ListLimits).atLeast,
    part: isThunk(part) ? part() : null,
    expected: constraint.defaultMessage?.() ?? '',
    accepts: (value) => constraint.validate(value) === true,
  };
}

function isThunk(value: unknown): value is () => Type<object> {
  return typeof value === 'function';
}
