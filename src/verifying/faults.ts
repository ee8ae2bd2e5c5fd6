/** Something that is not as it was recorded, or not as it must be. */
export interface Fault {
  /** The event that it is about; null when it is about no single one. */
  readonly sequence: number | null;
  readonly what: string;
}

/** Faults as they are found, each told once. */
export class Faults {
  private readonly known = new Map<string, Fault>();

  add(sequence: number | null, what: string): void {
    this.known.set(`${String(sequence)} ${what}`, { sequence, what });
  }

  get all(): readonly Fault[] {
    return [...this.known.values()];
  }
}
