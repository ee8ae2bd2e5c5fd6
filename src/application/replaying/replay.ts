import { actsBetween, type ChangedAct } from '../../domain/stances/acts-between.js';
import { momentAt } from '../../domain/stances/course.js';
import type { StanceQuestion } from '../../domain/stances/stance-question.js';
import type { StanceSummary } from '../../domain/stances/stance.js';
import { summaryOf } from '../../domain/stances/summary-of.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import type { Basis } from '../asking/basis.js';
import { Turn } from '../asking/in-turns.js';
import type { CellId, Question } from '../asking/questions.js';
import type { CellPlace } from './earliest-places.js';
import { questionBy } from './replay-by.js';
import { type ReplayPlace, sealToken } from './replay-place.js';
import { ReplayPlaces } from './replay-places.js';
import { cellAt, type ReplayPlan } from './replay-plan.js';
import type { Replays } from './replays.js';
import type { ReplayEventView, ReplaySummaryView } from './views.js';

/** Places sought at once, where at those before nothing changed. */
const placesMax = 65_536;

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

/**
 * What happened to stances along a course, told a page at a time: between two pages nothing is kept but a place, so
 * that a client costs nothing while it does not read, and going on after a cut is the same as going on. Every stance is
 * the answer of a point query at its place.
 */
export class Replay {
  private readonly places: ReplayPlaces;
  /** The question at its end. */
  private readonly asked: Question;

  constructor(
    private readonly replays: Replays,
    private readonly plan: ReplayPlan,
  ) {
    this.asked = questionBy(plan.by, plan.question);
    this.places = new ReplayPlaces(replays, plan);
  }

  /** The id of the event right before a place. */
  tokenOf(place: ReplayPlace): string {
    const { name, question } = this.plan;
    return sealToken(name, { pinned: { sequence: question.knownAt.sequence, validAt: question.validAt }, place });
  }

  /** Events from a place on, in order, up to about so many; none when there are no more. */
  async page(from: ReplayPlace, limit: number): Promise<readonly ReplayStep[]> {
    let place = from;
    for (let sought = limit; ; sought = Math.min(sought * 4, placesMax)) {
      const places = await this.places.from(place, sought);
      const last = places.at(-1);
      const steps = await this.stepsAlong(places, place, limit);
      if (!last || steps.length > 0) return steps;
      place = { ...from, place: last.place, cell: last.cell + 1, told: 0 };
    }
  }

  private async stepsAlong(
    places: readonly CellPlace[],
    from: ReplayPlace,
    limit: number,
  ): Promise<readonly ReplayStep[]> {
    const steps: ReplayStep[] = [];
    const turn = new Turn();
    for (const one of places) {
      if (turn.isOver()) await turn.next();
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
      row.map((stance, issue) => ({ ...cellAt(axes, party * axes.issues.length + issue), ...stance })),
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

  private stepsAt(at: CellPlace, { told, events }: Pick<ReplayPlace, 'told' | 'events'>): readonly ReplayStep[] {
    const id = cellAt(this.plan.axes, at.cell);
    const change = this.changeAt(id, at.place);
    if (change === null) return [];
    return change.acts.slice(told).map((act, index) => ({
      ...this.eventOf(id, at.place, { act, before: change.before, after: change.after }),
      place: { ...at, told: told + index + 1, events: events + index + 1, over: false },
    }));
  }

  private changeAt(id: CellId, place: number): Change | null {
    const evidence = this.replays.evidence(this.plan, id);
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
}

interface Stances extends Omit<Change, 'acts'> {
  readonly act: ChangedAct | null;
}

function isSame(one: StanceSummary, other: StanceSummary): boolean {
  const fields = ['status', 'mixed', 'score', 'band', 'strength'] as const;
  return fields.every((field) => one[field] === other[field]);
}
