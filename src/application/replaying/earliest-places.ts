import type { PlaceTaker } from '../../domain/stances/places.js';

/** A place of a course at which the stance in a cell, by its number, may change. */
export interface CellPlace {
  readonly place: number;
  readonly cell: number;
}

/** Keeps the earliest of the places that cells offer, each once, so many of them and never many more. */
export class EarliestPlaces implements PlaceTaker {
  private kept: CellPlace[] = [];
  private cell = 0;
  private last = NaN;

  /** From one cell at one place on, and not beyond `end`. */
  constructor(
    private readonly begun: CellPlace,
    private end: number,
    private readonly limit: number,
  ) {}

  get first(): number {
    return this.cell < this.begun.cell ? this.begun.place + 1 : this.begun.place;
  }

  get bound(): number {
    return this.end;
  }

  /** The cell that offers from now on. */
  begin(cell: number): void {
    this.cell = cell;
    this.last = NaN;
  }

  take(place: number): void {
    if (place === this.last) return; // acts of one day lie side by side
    this.last = place;
    this.kept.push({ place, cell: this.cell });
    if (this.kept.length >= this.limit * 4) this.trim();
  }

  /** In the order of places, cells of one place by number. */
  inOrder(): readonly CellPlace[] {
    this.trim();
    return this.kept;
  }

  private trim(): void {
    this.kept.sort((a, b) => a.place - b.place || a.cell - b.cell);
    this.kept = this.kept.filter((one, index) => !isSame(one, this.kept[index - 1])).slice(0, this.limit);
    if (this.kept.length === this.limit) this.end = Math.min(this.end, this.kept.at(-1)?.place ?? this.end);
  }
}

function isSame(one: CellPlace, other: CellPlace | undefined): boolean {
  return one.place === other?.place && one.cell === other.cell;
}
