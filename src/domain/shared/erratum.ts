export const causes = ['coding-error', 'source-changed', 'duplicate', 'disputed', 'legal', 'other'] as const;
export type Cause = (typeof causes)[number];

/** Why something recorded was changed: always in words, optionally with a cause that can be counted. */
export interface Erratum {
  readonly reason: string;
  readonly cause: Cause | null;
}
