import type { Cell } from '../../domain/stances/cell.js';
import type { PlaceTaker } from '../../domain/stances/places.js';
import type { Catalogue } from '../../ports/catalogue.js';

/** Sequences at which a stance may change though no act of its cell does. */
export class FramingPlaces {
  private readonly issues = new Map<string, readonly number[]>();
  private readonly speakers = new Map<number, readonly number[]>();

  constructor(
    private readonly catalogue: Catalogue,
    /** Up to which K, and whether only acts under a mandate count. */
    private readonly asked: { readonly sequence: number; readonly mandated: boolean },
  ) {}

  /** Where the issue was framed anew and, where mandates matter, where a speaker's were. */
  offer(issue: string, { columns, length }: Cell, taker: PlaceTaker): void {
    const speakers = this.asked.mandated ? new Set(columns.speaker.subarray(0, length)) : [];
    const places = [...this.ofIssue(issue), ...[...speakers].flatMap((speaker) => this.ofSpeaker(speaker))];
    for (const place of places) if (place >= taker.first && place <= taker.bound) taker.take(place);
  }

  private ofIssue(issue: string): readonly number[] {
    const known = this.issues.get(issue);
    if (known) return known;
    const versions = this.catalogue.history('issue', issue, this.asked.sequence);
    const places = versions.filter(({ revision }) => revision > 0).map(({ sequence }) => sequence);
    this.issues.set(issue, places);
    return places;
  }

  private ofSpeaker(speaker: number): readonly number[] {
    const known = this.speakers.get(speaker);
    if (known) return known;
    const id = this.catalogue.byNumber('speaker', speaker, this.asked.sequence)?.id;
    const versions = id === undefined ? [] : this.catalogue.history('speaker', id, this.asked.sequence);
    const places = versions.map(({ sequence }) => sequence);
    this.speakers.set(speaker, places);
    return places;
  }
}
