import type { BasisAsked, LensAsked } from '../../application/asking/basis.js';
import { actKinds, attributions } from '../../domain/acts/act-kind.js';
import { halfLifeDaysRange } from '../../domain/issues/issue.js';
import { grades } from '../../domain/sources/source-content.js';
import { uuidShape } from '../fields/act-id.js';
import { slugShape } from '../fields/slug.js';
import type { Asked } from './asked.js';
import { knowledgeOf } from './knowledge-of.js';

/** What is asked on; the times are read later, by who knows what they bound. @throws Refusal `invalid` */
export function basisOf(asked: Asked): BasisAsked {
  // Field by field: spreading one object into another costs more than all the rest of this.
  const { atSequence, knownAt, minSequence } = knowledgeOf(asked);
  return {
    atSequence,
    knownAt,
    minSequence,
    validAt: asked.text('validAt'),
    model: asked.text('model') ?? 'decayed-mean',
    modelVersion: asked.integer('modelVersion', { min: 1 }) ?? 1,
    codebook: asked.integer('codebook', { min: 1 }) ?? 1,
    lens: lensOf(asked),
  };
}

/** An answer on this basis is the same for ever: both its times are fixed. */
export function isLasting({ validAt, atSequence }: BasisAsked): boolean {
  return validAt !== null && atSequence !== null;
}

type LensReaders = { readonly [F in keyof LensAsked]-?: (asked: Asked) => LensAsked[F] | null };

const readers: LensReaders = {
  excludeActs: (asked) => asked.list('excludeActs', uuidShape)?.map((id) => id.toLowerCase()) ?? null,
  excludeSources: (asked) => asked.list('excludeSources', slugShape),
  publishedUntil: (asked) => asked.text('publishedUntil'),
  recorders: (asked) => asked.list('recorders'),
  excludeRecorders: (asked) => asked.list('excludeRecorders'),
  kinds: (asked) => asked.listOf('kinds', actKinds),
  speakers: (asked) => asked.list('speakers', slugShape),
  minReliability: (asked) => asked.oneOf('minReliability', grades),
  minAttribution: (asked) => asked.oneOf('minAttribution', attributions),
  occurredFrom: (asked) => asked.text('occurredFrom'),
  occurredTo: (asked) => asked.text('occurredTo'),
  mandated: (asked) => asked.flag('mandated') || null,
  halfLifeDays: (asked) => asked.decimal('halfLifeDays', halfLifeDaysRange),
};
const readerOf = new Map<string, (asked: Asked) => unknown>(Object.entries(readers));

// Most questions have no lens: only what is asked is read.
function lensOf(asked: Asked): LensAsked {
  const lens: Record<string, unknown> = {};
  for (const name of asked.names) {
    const value = readerOf.get(name)?.(asked) ?? null;
    if (value !== null) lens[name] = value;
  }
  return lens;
}
