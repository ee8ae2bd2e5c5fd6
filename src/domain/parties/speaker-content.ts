/** The right to speak for a party, from the start of `from` to the end of `until`; open when `until` is null. */
export interface Mandate {
  readonly party: string;
  readonly role: string;
  readonly from: string;
  readonly until: string | null;
}

export interface SpeakerContent {
  readonly name: string;
  readonly mandates: readonly Mandate[];
}
