export const partyKinds = ['state', 'organisation', 'faction', 'person'] as const;
export type PartyKind = (typeof partyKinds)[number];

export interface PartyContent {
  readonly name: string;
  readonly kind: PartyKind;
  readonly aliases: readonly string[];
  readonly wikidata: string | null;
}
