import { Turn } from '../asking/in-turns.js';
import type { CitingCell } from '../../ports/acts.js';
import type { EarliestPlaces } from './earliest-places.js';
import type { Publication } from './publications.js';
import type { ReplayPlan } from './replay-plan.js';
import type { Replays } from './replays.js';

/** Where stances may change as sources are published: what cites one and had begun by then counts from there on. */
export class PublicationPlaces {
  private readonly rows: ReadonlyMap<number, number>;
  private readonly columns: ReadonlyMap<number, number>;

  constructor(
    private readonly replays: Replays,
    private readonly plan: ReplayPlan,
  ) {
    const { parties, issues } = plan.axes;
    this.rows = this.places('party', parties);
    this.columns = this.places('issue', issues);
  }

  /** Nothing was known before; Infinity where nothing ever was. */
  async first(): Promise<number> {
    return (await this.publications())[0]?.at ?? Infinity;
  }

  /** From a place on, as far as places are sought. */
  async offer(from: number, found: EarliestPlaces): Promise<void> {
    const turn = new Turn();
    const publications = await this.publications();
    for (let index = firstFrom(publications, from); index < publications.length; index++) {
      const publication = publications[index];
      if (!publication || publication.at > found.bound) return;
      this.offerOne(publication, found);
      if (turn.isOver()) await turn.next();
    }
  }

  private publications(): Promise<readonly Publication[]> {
    return this.replays.publications.at(this.plan.question.knownAt.sequence);
  }

  private offerOne({ at, source }: Publication, found: EarliestPlaces): void {
    const asked = { sequence: this.plan.question.knownAt.sequence, effectiveBy: at };
    const cells = this.replays.acts.cellsCiting(source, asked).flatMap((citing) => this.cellsOf(citing));
    for (const cell of cells) {
      found.begin(cell);
      if (at >= found.first && at <= found.bound) found.take(at);
    }
  }

  /** A withdrawal may tell in every cell of its party. */
  private cellsOf({ party, issue }: CitingCell): readonly number[] {
    const row = this.rows.get(party);
    if (row === undefined) return [];
    const columns = issue === null ? [...this.columns.values()] : [this.columns.get(issue) ?? []].flat();
    return columns.map((column) => row * this.columns.size + column);
  }

  private places(kind: 'party' | 'issue', ids: readonly string[]): ReadonlyMap<number, number> {
    return new Map(ids.map((id, place) => [this.replays.live.numberOf(kind, id) ?? 0, place]));
  }
}

function firstFrom(publications: readonly Publication[], at: number): number {
  let [low, high] = [0, publications.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((publications[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
