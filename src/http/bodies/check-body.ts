import type { Type } from '@nestjs/common';
import type { Complaint } from '../../domain/shared/refusal.js';
import { listItemsMax } from '../fields/field.js';
import { planOf, type FieldPlan } from './body-plan.js';

/** Enough to mend a body; a hostile one must not make an answer many times its size. */
const complaintsMax = 100;
const unknownKeyShown = 100;
const shownMax = 60;

/** Everything about a body's shape that its class does not allow; empty when the body is such an object. */
export function checkBody(type: Type<object>, body: unknown): readonly Complaint[] {
  const complaints: Complaint[] = [];
  checkObject(type, body, { pointer: '', complaints });
  return complaints;
}

/** Where the check is, and what it found so far. */
interface Place {
  readonly pointer: string;
  readonly complaints: Complaint[];
}

function checkObject(type: Type<object>, value: unknown, { pointer, complaints }: Place): void {
  if (!isObject(value)) return complain({ pointer, complaints }, `This is a JSON object, not ${nameOf(value)}.`);
  const plan = planOf(type);
  for (const key of Object.keys(value)) {
    if (plan.has(key)) continue;
    const place = { pointer: `${pointer}/${escaped(key)}`, complaints };
    complain(place, `There is no such field here; known are ${[...plan.keys()].join(', ')}.`);
    if (complaints.length >= complaintsMax) return;
  }
  for (const field of plan.values())
    checkField(field, value[field.name], { pointer: `${pointer}/${field.name}`, complaints });
}

function checkField(field: FieldPlan, value: unknown, place: Place): void {
  if (value === undefined || value === null) {
    if (!field.optional) complain(place, `This is needed: ${field.list ? 'a list' : field.expected}.`);
    return;
  }
  if (field.list) checkList(field, value, place);
  else checkValue(field, value, place);
}

function checkList(field: FieldPlan, value: unknown, place: Place): void {
  if (!Array.isArray(value)) {
    complain(place, `This is a JSON array, not ${nameOf(value)}.`);
  } else if (value.length > listItemsMax || value.length < field.atLeast) {
    complain(place, `A list has ${field.atLeast} to ${listItemsMax} items here, not ${value.length}.`);
  } else {
    const { pointer, complaints } = place;
    value.forEach((item, index) => checkValue(field, item, { pointer: `${pointer}/${index}`, complaints }));
  }
}

function checkValue({ part, expected, accepts }: FieldPlan, value: unknown, place: Place): void {
  if (part) checkObject(part, value, place);
  else if (!accepts(value)) complain(place, `This is ${expected}; what was sent is ${nameOf(value)}.`);
}

function complain({ pointer, complaints }: Place, detail: string): void {
  if (complaints.length < complaintsMax) complaints.push({ pointer, detail });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'object') return value === null ? 'null' : Array.isArray(value) ? 'an array' : 'an object';
  const shown = JSON.stringify(value);
  return shown.length <= shownMax ? shown : `a ${typeof value} of ${shown.length - 2} characters`;
}

/** As a JSON pointer writes a key, RFC 6901. */
function escaped(key: string): string {
  return key.slice(0, unknownKeyShown).replaceAll('~', '~0').replaceAll('/', '~1');
}
