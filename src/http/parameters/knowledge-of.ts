import type { KnowledgeAsked } from '../../application/asking/knowledge.js';
import { refuseIf } from '../../domain/shared/check.js';
import type { Asked } from './asked.js';

/** Which knowledge is asked. @throws Refusal `invalid`, also when both `atSequence` and `knownAt` are given */
export function knowledgeOf(asked: Asked): KnowledgeAsked {
  const atSequence = asked.integer('atSequence', { min: 0 });
  const knownAt = asked.text('knownAt');
  const detail = 'What was known is asked by `atSequence` or by `knownAt`, not by both.';
  refuseIf(atSequence !== null && knownAt !== null, 'invalid', { pointer: '?knownAt', detail });
  return { atSequence, knownAt, minSequence: asked.integer('minSequence', { min: 0 }) };
}
