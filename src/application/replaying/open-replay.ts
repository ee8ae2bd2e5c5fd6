import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseIf } from '../../domain/shared/check.js';
import type { Course } from '../../domain/stances/course.js';
import { beginningOfTime, formatInstant, type Instant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import { Chronicle } from '../../ports/chronicle.js';
import { assertForwards } from '../asking/assert-forwards.js';
import type { BasisAsked } from '../asking/basis.js';
import { type Question, Questions } from '../asking/questions.js';
import { type MatrixAsked, StanceMatrices } from '../asking/stance-matrices.js';
import { endOfPeriod, type Period } from '../asking/period-of.js';
import { Now } from '../projecting/now.js';
import { Replay } from './replay.js';
import type { ReplayBy } from './replay-by.js';
import { openToken, type Pinned, type ReplayPlace } from './replay-place.js';
import { Replays } from './replays.js';

export interface ReplayAsked {
  readonly by: ReplayBy;
  readonly cells: MatrixAsked;
  readonly basis: BasisAsked;
  /** [from, to]: valid time, times of recording, or times of publication. */
  readonly period: Period;
  /** The id of the event to go on after. */
  readonly after: string | null;
}

export class OpenReplay extends Query<{ replay: Replay; begin: ReplayPlace }> {
  constructor(readonly asked: ReplayAsked) {
    super();
  }
}

@QueryHandler(OpenReplay)
export class OpenReplayHandler implements IQueryHandler<OpenReplay> {
  constructor(
    private readonly questions: Questions,
    private readonly matrices: StanceMatrices,
    private readonly chronicle: Chronicle,
    private readonly replays: Replays,
    private readonly now: Now,
  ) {}

  /** @throws Refusal as `Questions.open`; `unknown-party`, `unknown-issue`, `too-large`; `invalid` for its token */
  async execute({ asked }: OpenReplay): Promise<{ replay: Replay; begin: ReplayPlace }> {
    assertClocked(asked);
    const name = nameOf(asked);
    const token = asked.after === null ? null : openToken(name, asked.after);
    const question = await this.questions.open(basisOf(asked, token?.pinned ?? null));
    const axes = this.matrices.axes(asked.cells, question.knownAt.sequence, 'party');
    const from = this.fromOf(asked, question);
    const replay = new Replay(this.replays, {
      by: asked.by,
      name,
      question,
      axes,
      from,
      ...courseOf(asked.by, question),
    });
    const place = this.firstPlace(asked.by, from);
    assertNotOver(asked, place);
    return { replay, begin: token?.place ?? { place, cell: 0, told: 0, events: 0, over: false } };
  }

  /** A replay that names no end, or one that is still to come, ends today, or with what is known now. */
  private fromOf({ by, period: { from } }: ReplayAsked, { validAt }: Question): Instant | null {
    if (from === null) return null;
    const { start } = parseTime(from, '?from');
    const end = by === 'known' ? this.now.instant() : validAt;
    const detail = `A replay from ${from} on would begin after its end, ${formatInstant(end)}.`;
    refuseIf(start > end, 'invalid', { pointer: '?from', detail });
    return start;
  }

  private firstPlace(by: ReplayBy, from: Instant | null): number {
    if (by !== 'known') return from ?? beginningOfTime;
    return from === null ? 0 : (this.chronicle.lastBy(from - 1)?.sequence ?? 0) + 1;
  }
}

/** What goes along with the replay's clock, and where that ends. */
function courseOf(by: ReplayBy, { validAt, knownAt }: Question): { course: Course; end: number } {
  if (by === 'known') return { course: { validAt, sequence: null }, end: knownAt.sequence };
  return { course: { validAt: null, sequence: by === 'valid' ? knownAt.sequence : null }, end: validAt };
}

/** What bounds the replay bounds its basis; what a token sealed is asked for again. */
function basisOf({ by, basis, period }: ReplayAsked, pinned: Pinned | null): BasisAsked {
  const bounded = by === 'known' ? { knownAt: period.to ?? basis.knownAt } : { validAt: period.to ?? basis.validAt };
  if (pinned === null) return { ...basis, ...bounded };
  return { ...basis, atSequence: pinned.sequence, knownAt: null, validAt: formatInstant(pinned.validAt) };
}

/** What is known ends with a sequence; only what was recorded up to it can be told. @throws Refusal `invalid` */
function assertNotOver({ by, basis: { atSequence }, period: { from } }: ReplayAsked, place: number): void {
  const detail = `Nothing was recorded from ${from} on by sequence ${atSequence}, where the replay ends.`;
  refuseIf(by === 'known' && atSequence !== null && place > atSequence, 'invalid', { pointer: '?from', detail });
}

function assertClocked(asked: ReplayAsked): void {
  const { by, basis } = asked;
  const ends = 'Along knowledge `to` is where K ends: give it, or `atSequence` or `knownAt`, not both.';
  const isPinned = basis.atSequence !== null || basis.knownAt !== null;
  refuseIf(by === 'known' && asked.period.to !== null && isPinned, 'invalid', { pointer: '?to', detail: ends });
  const clock = 'Along publication the clock is what was published until then: leave `publishedUntil` out.';
  const isDoubled = by === 'published' && basis.lens.publishedUntil !== undefined;
  refuseIf(isDoubled, 'invalid', { pointer: '?publishedUntil', detail: clock });
  const { from, to } = asked.period;
  if (by !== 'known') endOfPeriod(basis.validAt, to);
  const last = to ?? (by === 'known' ? basis.knownAt : basis.validAt);
  assertForwards({ name: 'from', time: from }, { name: 'to', time: last });
}

/** Everything that the events depend on. */
function nameOf({ by, cells, basis, period }: ReplayAsked): string {
  const { minSequence: _minSequence, ...told } = basis;
  return JSON.stringify([by, cells, told, period]);
}
