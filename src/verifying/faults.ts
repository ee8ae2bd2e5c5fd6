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

  /** Does what only works on data that make sense; where they make none, that is a fault, and null comes of it. */
  attempt<T>(sequence: number | null, what: string, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      this.add(sequence, `${what}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  get all(): readonly Fault[] {
    return [...this.known.values()];
  }
}
