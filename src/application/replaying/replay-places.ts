import type { Course } from '../../domain/stances/course.js';
import { offerPlaces, type PlaceTaker } from '../../domain/stances/places.js';
import type { CellEvidence } from '../asking/built-cells.js';
import { Turn } from '../asking/in-turns.js';
import { changesActs, leavesOutEvidence } from '../asking/lens-of.js';
import type { CellId, Question } from '../asking/questions.js';
import { type CellPlace, EarliestPlaces } from './earliest-places.js';
import type { FindPlaces } from './folded-places.js';
import { FramingPlaces } from './framing-places.js';
import { PublicationPlaces } from './publication-places.js';
import { cellAt, type ReplayPlan } from './replay-plan.js';
import type { Replays } from './replays.js';

/** Where the stances of a replay may change. */
export class ReplayPlaces {
  private readonly framings: FramingPlaces;
  private readonly publications: PublicationPlaces | null;
  /** Whether cells as they are stored at K tell every place at which one may change through the lens. */
  private readonly isTold: boolean;
  private readonly unlensed: Question;

  constructor(
    private readonly replays: Replays,
    private readonly plan: ReplayPlan,
  ) {
    const { by, question, end } = plan;
    this.framings = new FramingPlaces(replays.catalogue, { sequence: end, mandated: question.lens.mandated === true });
    this.unlensed = { ...question, lens: {} };
    this.isTold = by !== 'known' && !changesActs(question.lens);
    this.publications = by === 'published' && this.isTold ? new PublicationPlaces(replays, plan) : null;
  }

  /** The earliest from a place on, so many; at some nothing may change. */
  async from(begun: CellPlace, limit: number): Promise<readonly CellPlace[]> {
    const { axes, end } = this.plan;
    const first = (await this.publications?.first()) ?? -Infinity;
    const found = new EarliestPlaces(begun.place < first ? { place: first, cell: 0 } : begun, end, limit);
    const turn = new Turn();
    for (let number = 0; number < axes.parties.length * axes.issues.length; number++) {
      if (turn.isOver()) await turn.next();
      found.begin(number);
      this.offer(cellAt(axes, number), found);
    }
    await this.publications?.offer(begun.place, found);
    return found.inOrder();
  }

  private offer(id: CellId, found: EarliestPlaces): void {
    const find: FindPlaces = (taker) => this.find(id, taker);
    const { knownAt, validAt, lens } = this.plan.question;
    if (this.isTold || !leavesOutEvidence(lens)) find(found);
    else this.replays.folded.offer(JSON.stringify([this.plan.by, id, knownAt.sequence, validAt, lens]), find, found);
  }

  private find(id: CellId, taker: PlaceTaker): void {
    const evidence = this.evidence(id);
    offerPlaces(evidence, this.course, taker);
    if (this.plan.by === 'known') this.framings.offer(id.issue, evidence.cell, taker);
  }

  /** Cells as they are stored are told along valid time, at K. */
  private get course(): Course {
    const { course, question } = this.plan;
    return this.publications ? { validAt: null, sequence: question.knownAt.sequence } : course;
  }

  private evidence(id: CellId): CellEvidence {
    const { replays, plan, unlensed } = this;
    return this.isTold ? replays.questions.evidenceOf(unlensed, id) : replays.evidence(plan, id);
  }
}
