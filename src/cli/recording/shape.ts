import { didYouMean } from '../did-you-mean.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { parseTime } from '../../domain/time/time.js';
import { isMapping } from './record-document.js';

export interface Complaint {
  readonly code: string;
  readonly pointer: string;
  readonly detail: string;
}

/** What a value should look like, as far as that can be told without a server; says what is wrong with it. */
export type Shape = (value: unknown, pointer: string) => readonly Complaint[];

export interface Fields {
  readonly required: Readonly<Record<string, Shape>>;
  readonly optional?: Readonly<Record<string, Shape>>;
}

const fine: readonly Complaint[] = [];

export function invalid(pointer: string, detail: string): readonly Complaint[] {
  return [{ code: 'invalid', pointer, detail }];
}

export const anything: Shape = () => fine;

export const text: Shape = (value, pointer) => {
  if (typeof value === 'string') return fine;
  const quoted = typeof value === 'number' || typeof value === 'boolean' ? ` Put it in quotes: "${value}".` : '';
  return invalid(pointer, `This should be text.${quoted}`);
};

export const number: Shape = (value, pointer) =>
  typeof value === 'number' ? fine : invalid(pointer, 'This should be a number.');

export const slug: Shape = (value, pointer) => {
  const wrong = text(value, pointer);
  if (wrong.length > 0 || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(String(value))) return wrong;
  return invalid(pointer, 'This should be small letters and digits, with single hyphens between them.');
};

export const time: Shape = (value, pointer) => {
  if (typeof value !== 'string') return text(value, pointer);
  try {
    parseTime(value, pointer);
    return fine;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.errors.map(({ detail }) => ({ code: error.code, pointer, detail }));
  }
};

export function oneOf(choices: readonly string[]): Shape {
  return (value, pointer) => {
    if (typeof value === 'string' && choices.includes(value)) return fine;
    return invalid(pointer, `This should be one of ${choices.join(', ')}.${didYouMean(String(value), choices)}`);
  };
}

export function listOf(shape: Shape): Shape {
  return (value, pointer) => {
    if (!Array.isArray(value)) return invalid(pointer, 'This should be a list.');
    return value.flatMap((item: unknown, index) => shape(item, `${pointer}/${index}`));
  };
}

export function mapping({ required, optional = {} }: Fields): Shape {
  const fields = { ...required, ...optional };
  return (value, pointer) => {
    if (!isMapping(value)) return invalid(pointer, 'This should be a mapping of keys to values.');
    const missing = Object.keys(required).filter((key) => value[key] === undefined || value[key] === null);
    return [
      ...Object.keys(value).flatMap((key) => unknownKey(key, fields, `${pointer}/${key}`)),
      ...missing.flatMap((key) => invalid(`${pointer}/${key}`, `\`${key}\` is missing.`)),
      ...Object.entries(value).flatMap(([key, item]) => {
        return item === null || item === undefined ? fine : (fields[key]?.(item, `${pointer}/${key}`) ?? fine);
      }),
    ];
  };
}

function unknownKey(key: string, fields: Readonly<Record<string, Shape>>, pointer: string): readonly Complaint[] {
  if (Object.hasOwn(fields, key)) return fine;
  return invalid(pointer, `There is no key \`${key}\` here.${didYouMean(key, Object.keys(fields))}`);
}
