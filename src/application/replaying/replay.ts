import { setImmediate as breathe } from 'node:timers/promises';
import { actsBetween, type ChangedAct } from '../../domain/stances/acts-between.js';
import { type Course, momentAt } from '../../domain/stances/course.js';
import { offerPlaces } from '../../domain/stances/places.js';
import type { StanceQuestion } from '../../domain/stances/stance-question.js';
import type { StanceSummary } from '../../domain/stances/stance.js';
import { summaryOf } from '../../domain/stances/summary-of.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import type { Basis } from '../asking/basis.js';
import type { CellEvidence } from '../asking/evidence-cells.js';
import { leavesOutEvidence } from '../asking/lens-of.js';
import type { CellId, Question } from '../asking/questions.js';
import type { MatrixAxes } from '../asking/stance-matrices.js';
import { type CellPlace, EarliestPlaces } from './earliest-places.js';
import { FramingPlaces } from './framing-places.js';
import { questionBy, type ReplayBy } from './replay-by.js';
import { type ReplayPlace, sealToken } from './replay-place.js';
import type { Replays } from './replays.js';
import type { ReplayEventView, ReplaySummaryView } from './views.js';

export interface ReplayPlan {
  readonly by: ReplayBy;
  /** Everything that the events depend on. */
  readonly name: string;
  readonly question: Question;
  readonly axes: MatrixAxes;
  readonly from: Instant | null;
  readonly course: Course;
  /** The last place of the course. */
  readonly end: number;
}

/** An event, and the place right after it. */
export interface ReplayStep {
  readonly event: ReplayEventView;
  readonly at: Instant;
  readonly place: ReplayPlace;
}

interface Change {
  readonly before: StanceSummary;
  readonly after: StanceSummary;
  /** Null where none did it. */
  readonly acts: readonly (ChangedAct | null)[];
}

/** Cells looked at before others get their turn. */
const cellsAtOnce = 100;

/**
 * What happened to stances along a course, told a page at a time: between two pages nothing is kept but a place, so
 * that a client costs nothing while it does not read, and going on after a cut is the same as going on. Every stance is
 * the answer of a point query at its place.
 */
export class Replay {
  private readonly framings: FramingPlaces;
  /** The question at its end. */
  private readonly asked: Question;

  constructor(
    private readonly replays: Replays,
    private readonly plan: ReplayPlan,
  ) {
    const { by, question, end } = plan;
    this.asked = questionBy(by, question);
    this.framings = new FramingPlaces(replays.catalogue, { sequence: end, mandated: question.lens.mandated === true });
  }

  /** The id of the event right before a place. */
  tokenOf(place: ReplayPlace): string {
    const { name, question } = this.plan;
    return sealToken(name, { pinned: { sequence: question.knownAt.sequence, validAt: question.validAt }, place });
  }

  /** Events from a place on, in order, up to about so many; none when there are no more. */
  async page(from: ReplayPlace, limit: number): Promise<readonly ReplayStep[]> {
    let place = from;
    for (;;) {
      const places = await this.earliest(place, limit);
      const last = places.at(-1);
      const steps = this.stepsAlong(places, place, limit);
      if (!last || steps.length > 0) return steps;
      place = { ...from, place: last.place, cell: last.cell + 1, told: 0 };
    }
  }

  private stepsAlong(places: readonly CellPlace[], from: ReplayPlace, limit: number): readonly ReplayStep[] {
    const steps: ReplayStep[] = [];
    for (const one of places) {
      const told = one.place === from.place && one.cell === from.cell ? from.told : 0;
      steps.push(...this.stepsAt(one, { told, events: from.events + steps.length }));
      if (steps.length >= limit) return steps;
    }
    return steps;
  }

  /** On what all of it is told. */
  get basis(): Basis {
    const { questions } = this.replays;
    return questions.basisOf(this.asked, this.asked.lens.halfLifeDays ?? null);
  }

  async summary({ events }: ReplayPlace): Promise<ReplaySummaryView> {
    const { by, question, axes, from } = this.plan;
    const rows = await this.replays.matrices.rows(this.asked, axes);
    const stances = rows.flatMap((row, party) =>
      row.map((stance, issue) => ({ ...this.cellAt(party * axes.issues.length + issue), ...stance })),
    );
    return {
      by,
      from: from === null ? null : formatInstant(from),
      to: by === 'known' ? question.knownAt.recordedAt : formatInstant(question.validAt),
      events,
      stances: stances.filter(({ status }) => status !== 'undeclared'),
      basis: this.basis,
    };
  }

  private async earliest({ place, cell }: ReplayPlace, limit: number): Promise<readonly CellPlace[]> {
    const { axes, course, end } = this.plan;
    const found = new EarliestPlaces({ place, cell }, end, limit);
    const cells = axes.parties.length * axes.issues.length;
    for (let number = 0; number < cells; number++) {
      if (number % cellsAtOnce === cellsAtOnce - 1) await breathe();
      const evidence = this.evidence(this.cellAt(number));
      found.begin(number);
      offerPlaces(evidence, course, found);
      if (course.validAt !== null) this.framings.offer(this.cellAt(number).issue, evidence.cell, found);
    }
    return found.inOrder();
  }

  private stepsAt(at: CellPlace, { told, events }: Pick<ReplayPlace, 'told' | 'events'>): readonly ReplayStep[] {
    const id = this.cellAt(at.cell);
    const change = this.changeAt(id, at.place);
    if (change === null) return [];
    return change.acts.slice(told).map((act, index) => ({
      ...this.eventOf(id, at.place, { act, before: change.before, after: change.after }),
      place: { ...at, told: told + index + 1, events: events + index + 1, over: false },
    }));
  }

  private changeAt(id: CellId, place: number): Change | null {
    const evidence = this.evidence(id);
    const before = this.lensAt(id, place - 1);
    const after = this.lensAt(id, place);
    const acts = actsBetween(evidence, { before, after });
    if (acts.length === 0 && this.plan.by !== 'known') return null;
    const was = summaryOf(evidence.cell, evidence.withdrawals, before);
    const is = summaryOf(evidence.cell, evidence.withdrawals, after);
    if (acts.length === 0 && isSame(was, is)) return null;
    return { before: was, after: is, acts: acts.length > 0 ? acts : [null] };
  }

  private eventOf(id: CellId, place: number, { act, ...stances }: Stances): Pick<ReplayStep, 'event' | 'at'> {
    const sequence = this.plan.by === 'known' ? place : null;
    const at = sequence === null ? place : (this.replays.chronicle.recordedAt(sequence) ?? 0);
    return { at, event: { clock: formatInstant(at), sequence, ...id, ...this.said(act, sequence), ...stances } };
  }

  private said(act: ChangedAct | null, sequence: number | null): Pick<ReplayEventView, 'act' | 'kind' | 'occurred'> {
    if (act === null) return { act: null, kind: null, occurred: null };
    const { knownAt, lens } = this.plan.question;
    const { id, occurred } = this.replays.labels.label(act.act, sequence ?? knownAt.sequence, lens);
    return { act: id, kind: act.kind, occurred };
  }

  private lensAt(id: CellId, place: number): StanceQuestion {
    const { by, question, course } = this.plan;
    const { validAt, sequence } = momentAt(course, place);
    if (by === 'published') return { ...this.replays.questions.lensOn(question, id), validAt, sequence };
    return this.replays.questions.lensOn({ ...question, validAt, knownAt: { ...question.knownAt, sequence } }, id);
  }

  private evidence(id: CellId): CellEvidence {
    const { by, question } = this.plan;
    const { lens, knownAt } = question;
    const isFolded = by === 'published' || leavesOutEvidence(lens);
    if (!isFolded) return this.replays.questions.evidenceOf(question, id);
    return this.replays.cells.of(by, { ...id, sequence: knownAt.sequence, lens });
  }

  private cellAt(number: number): CellId {
    const { parties, issues } = this.plan.axes;
    return {
      party: parties[Math.floor(number / issues.length)] ?? '',
      issue: issues[number % issues.length] ?? '',
    };
  }
}

interface Stances extends Omit<Change, 'acts'> {
  readonly act: ChangedAct | null;
}

function isSame(one: StanceSummary, other: StanceSummary): boolean {
  const fields = ['status', 'mixed', 'score', 'band', 'strength'] as const;
  return fields.every((field) => one[field] === other[field]);
}
