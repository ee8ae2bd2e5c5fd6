import type { Problem } from '../server/problem.js';
import type { Json, Path } from './record-document.js';

export const things = [
  'document',
  'party',
  'speaker',
  'issue',
  'source',
  'act',
  'correction',
  'corroboration',
  'retraction',
  'reinstatement',
  'description',
] as const;
export type Thing = (typeof things)[number];

/** One thing that a document asks for, and which node asks for it. */
interface Asked {
  readonly thing: Thing;
  /** For people: an id, or the reference of an act. */
  readonly name: string;
  readonly at: Path;
}

/** A request that will do it. */
export interface Write extends Asked {
  /** Of what is written to. */
  readonly id: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: Json;
  /** The Idempotency-Key. */
  readonly command: string;
  /** Where fields of the body stand in the document, if not under their own name: a first step → a way. */
  readonly moved?: Readonly<Record<string, Path>>;
}

/** It cannot even be asked for. */
export interface Misfit extends Asked {
  readonly problem: Problem;
}

export type Planned = Write | Misfit;

export function isMisfit(planned: Planned): planned is Misfit {
  return 'problem' in planned;
}
