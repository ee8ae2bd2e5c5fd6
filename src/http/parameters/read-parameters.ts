import { refuseIfAny } from '../../domain/shared/check.js';
import type { Complaint } from '../../domain/shared/refusal.js';
import { Asked } from './asked.js';
import type { Parameters } from './parameter.js';

const nothing = new Asked(new Map());
const nameShownMax = 100;

/**
 * Reads the query of a URL, each parameter known, once, and with a value. The framework's own parser would fold
 * repeated ones into a list and pass over what it cannot decode.
 * @throws Refusal `invalid`, with a complaint for each parameter
 */
export function readParameters(url: string, known: Parameters): Asked {
  const mark = url.indexOf('?');
  if (mark === -1) return nothing;
  const values = new Map<string, string>();
  const complaints: Complaint[] = [];
  for (const pair of url.slice(mark + 1).split('&')) {
    const detail = pair === '' ? null : takePair(pair, known, values);
    if (detail !== null) complaints.push({ pointer: pointerOf(pair), detail });
  }
  refuseIfAny('invalid', complaints);
  return new Asked(values);
}

/** Takes a pair over into the values; what is wrong with it, if anything. */
function takePair(pair: string, known: Parameters, values: Map<string, string>): string | null {
  const sign = pair.indexOf('=');
  const name = decoded(sign === -1 ? pair : pair.slice(0, sign));
  const value = sign === -1 ? '' : decoded(pair.slice(sign + 1));
  if (name === null || value === null) return 'This is not encoded as in a URL, where a % is written %25.';
  if (!known.has(name)) return unknown(known);
  if (values.has(name)) return 'This is given twice; a list has commas between its items.';
  if (value === '') return 'This has no value; leave it out instead.';
  values.set(name, value);
  return null;
}

function unknown(known: Parameters): string {
  if (known.size === 0) return 'There is no such parameter here; this takes none.';
  return `There is no such parameter here; known are ${[...known.keys()].join(', ')}.`;
}

function decoded(text: string): string | null {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

function pointerOf(pair: string): string {
  const name = pair.split('=', 1)[0] ?? '';
  return `?${(decoded(name) ?? name).slice(0, nameShownMax)}`;
}
