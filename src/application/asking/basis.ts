import type { ActKind, Attribution } from '../../domain/acts/act-kind.js';
import type { Grade } from '../../domain/sources/source-content.js';
import type { KnowledgeAsked, KnownAt } from './knowledge.js';

/** The lens as a client gives it: lists in any order, times raw; null or absent where it does not filter. */
export interface LensAsked {
  readonly excludeActs?: readonly string[];
  readonly excludeSources?: readonly string[];
  readonly publishedUntil?: string;
  readonly recorders?: readonly string[];
  readonly excludeRecorders?: readonly string[];
  readonly kinds?: readonly ActKind[];
  readonly speakers?: readonly string[];
  readonly minReliability?: Grade;
  readonly minAttribution?: Attribution;
  readonly occurredFrom?: string;
  readonly occurredTo?: string;
  readonly mandated?: boolean;
  readonly halfLifeDays?: number;
}

/** What a question about stances is asked on; everything left out takes its default. */
export interface BasisAsked extends KnowledgeAsked {
  /** A time as the client gave it; it means its end. Null: the end of today, UTC. */
  readonly validAt: string | null;
  readonly model: string;
  readonly modelVersion: number;
  readonly codebook: number;
  readonly lens: LensAsked;
}

/** The lens in normal form: only what filters, lists sorted and unique, times as instants. */
export type Lens = LensAsked;

/** What an answer was computed on; asked again with it, the answer is the same to the byte. */
export interface Basis {
  readonly validAt: string;
  readonly knownAt: KnownAt;
  readonly model: { readonly name: string; readonly version: number; readonly halfLifeDays: number | null };
  readonly codebook: number;
  readonly lens: Lens;
}
