export const sourceKinds = ['original', 'transcript', 'report', 'translation', 'digest'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Reliability of a source on the Admiralty scale; F means that it cannot be judged. */
export const grades = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Grade = (typeof grades)[number];

export interface Original {
  readonly mediaType: string;
  readonly sha256: string;
}

/** What is said about a captured document; everything but its text, which never changes. */
export interface SourceContent {
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly archiveUrl: string | null;
  readonly published: string;
  readonly retrieved: string | null;
  readonly language: string;
  readonly kind: SourceKind;
  readonly derivedFrom: string | null;
  readonly original: Original | null;
  readonly reliability: Grade;
}

/** The commitment to a text: SHA-256 over its UTF-8 bytes as lower-case hex, length in code points. */
export interface TextDigest {
  readonly sha256: string;
  readonly length: number;
}
