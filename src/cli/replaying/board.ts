import type { StanceSummaryView } from '../../application/asking/views.js';
import type { ReplayedStance, ReplayEventView, ReplaySummaryView } from '../../application/replaying/views.js';

export interface BoardCell {
  readonly party: string;
  readonly issue: string;
  readonly stance: ReplayedStance;
  /** The scores that it had, the latest last. */
  readonly course: readonly (number | null)[];
}

/** Scores kept of each cell. */
const courseMax = 24;

/** Where every stance of a replay stands: as many cells as were told of, each with its last few scores. */
export class Board {
  /** Those that changed last are at the end. */
  private readonly cells = new Map<string, BoardCell>();
  private told: ReplayEventView | null = null;
  private count = 0;

  get latest(): ReplayEventView | null {
    return this.told;
  }

  /** How many events it took. */
  get events(): number {
    return this.count;
  }

  take(event: ReplayEventView): void {
    const { party, issue, before, after } = event;
    const course = this.cells.get(keyOf(event))?.course ?? [before.score];
    // Acts of one step tell of the same change, each in an event of its own.
    const isSameStep = this.told?.clock === event.clock && this.told.party === party && this.told.issue === issue;
    const scores = isSameStep ? course : [...course, after.score].slice(-courseMax);
    this.put({ party, issue, stance: after, course: scores });
    this.told = event;
    this.count++;
  }

  /** The stances at the end, which may have faded since they changed. */
  end({ stances }: ReplaySummaryView): void {
    const last = new Map(stances.map((stance) => [keyOf(stance), stance]));
    for (const [key, cell] of this.cells) this.cells.set(key, { ...cell, stance: last.get(key) ?? undeclared });
    for (const stance of stances) if (!this.cells.has(keyOf(stance))) this.put(unmoved(stance));
  }

  /** The so many that changed last, by party and issue, so that rows stay where they are. */
  rows(max: number): readonly BoardCell[] {
    return [...this.cells.values()].slice(-max).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  get size(): number {
    return this.cells.size;
  }

  private put(cell: BoardCell): void {
    this.cells.delete(keyOf(cell));
    this.cells.set(keyOf(cell), cell);
  }
}

const undeclared = { status: 'undeclared', mixed: false, score: null, band: null, strength: 0 } as const;

function unmoved(stance: StanceSummaryView): BoardCell {
  return { party: stance.party, issue: stance.issue, stance, course: [stance.score] };
}

function keyOf({ party, issue }: Pick<BoardCell, 'party' | 'issue'>): string {
  return `${party} ${issue}`;
}
