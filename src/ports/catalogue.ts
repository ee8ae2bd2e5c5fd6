import type { EntityKind } from '../domain/shared/stream.js';
import type { IssueContent } from '../domain/issues/issue-content.js';
import type { PartyContent } from '../domain/parties/party-content.js';
import type { SpeakerContent } from '../domain/parties/speaker-content.js';
import type { Source } from '../domain/sources/source.js';

/** The kinds of thing that the catalogue holds, and what each is after its latest event. */
export interface CatalogueState {
  readonly party: PartyContent;
  readonly speaker: SpeakerContent;
  readonly issue: IssueContent;
  readonly source: Source;
}
export type CatalogueKind = Exclude<EntityKind, 'act'>;

/** One version of a catalogue entry: what it was from the event `sequence` on. */
export interface Version<S> {
  readonly id: string;
  /** The sequence of its first event: its identity among rows. */
  readonly number: number;
  readonly revision: number;
  readonly sequence: number;
  readonly recordedAt: number;
  readonly recorder: string;
  readonly type: string;
  readonly reason: string | null;
  readonly cause: string | null;
  readonly state: S;
}

export interface CataloguePage {
  /** Entries known at this sequence. */
  readonly sequence: number;
  /** Words that each must occur in the name, title, id or aliases; empty for all. */
  readonly words: readonly string[];
  /** Ids that come after this one, in order; null from the first. */
  readonly afterId: string | null;
  readonly limit: number;
}

/** Parties, speakers, issues and sources as views hold them; every read is of one sequence K, at most the head. */
export abstract class Catalogue {
  /** The version that held at K; null when it was not registered by then. */
  abstract at<K extends CatalogueKind>(kind: K, id: string, sequence: number): Version<CatalogueState[K]> | null;
  abstract byNumber<K extends CatalogueKind>(
    kind: K,
    number: number,
    sequence: number,
  ): Version<CatalogueState[K]> | null;
  /** Every version up to K, the first one first. */
  abstract history<K extends CatalogueKind>(
    kind: K,
    id: string,
    sequence: number,
  ): readonly Version<CatalogueState[K]>[];
  abstract list<K extends CatalogueKind>(kind: K, page: CataloguePage): readonly Version<CatalogueState[K]>[];
  /** The ids of those that are known at K, in order, up to so many. */
  abstract ids(kind: CatalogueKind, sequence: number, limit: number): readonly string[];
  /** The number that identifies it, whatever K; null when it was never registered. */
  abstract numberOf(kind: CatalogueKind, id: string): number | null;
  /** The first source number with this text: the text's identity among rows; null when never captured. */
  abstract textNumberOf(sha256: string): number | null;
  /** Whether an erasure of this text is recorded by K, on whichever source. */
  abstract isErased(sha256: string, sequence: number): boolean;
  /** The version of a source by whose event the text was erased, as recorded by K; null when it was not. */
  abstract erasure(sha256: string, sequence: number): Version<CatalogueState['source']> | null;
  /** Every text whose erasure is recorded. */
  abstract erasedTexts(): readonly string[];
}
