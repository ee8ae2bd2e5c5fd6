/** A way to a node: keys and indexes, as in a JSON pointer. */
export type Path = readonly (string | number)[];

export type Json = Readonly<Record<string, unknown>>;

/** Where something stands in what a recorder wrote; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number | null;
}

/** One document of a file: what it says, and where each node of it stands. */
export interface RecordDocument {
  readonly content: unknown;
  /** The directory that `textFile` is relative to. */
  readonly directory: string;
  /** The place of the node, or of the nearest one around it that is there; of the key, where that is what is wrong. */
  placeOf(path: Path, part?: 'key' | 'value'): Place;
}

/** A document that could not even be read. */
export interface BrokenDocument {
  readonly place: Place;
  readonly detail: string;
}

export function isBroken(document: RecordDocument | BrokenDocument): document is BrokenDocument {
  return 'detail' in document;
}

export function isMapping(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
