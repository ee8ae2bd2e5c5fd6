import { Refusal } from '../../domain/shared/refusal.js';
import type { EntityKind } from '../../domain/shared/stream.js';
import { uuidShape } from '../fields/act-id.js';
import { slugLengthMax, slugShape, sourceIdLengthMax } from '../fields/slug.js';

/**
 * The id that a path names. One that nothing could be registered under is not looked for.
 * @throws Refusal `not-found`
 */
export function pathId(kind: EntityKind, id: string): string {
  if (kind === 'act') return uuidShape.test(id) ? id.toLowerCase() : refuse(kind, id);
  const max = kind === 'source' ? sourceIdLengthMax : slugLengthMax;
  return id.length <= max && slugShape.test(id) ? id : refuse(kind, id);
}

function refuse(kind: EntityKind, id: string): never {
  throw new Refusal('not-found', `There is no ${kind} \`${id.slice(0, sourceIdLengthMax)}\`.`);
}
