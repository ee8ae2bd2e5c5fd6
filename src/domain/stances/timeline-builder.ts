import { Refusal } from '../shared/refusal.js';
import { endOfTime, formatInstant, type Instant } from '../time/instant.js';
import { fadeAfter } from './fade-after.js';
import type { RunningStance } from './running-stance.js';
import type { Segment, StepAct } from './segment.js';

const segmentsMax = 10_000;
/** Withdrawals of withdrawals, each reversing all before it, can make few segments with very many acts. */
const stepActsMax = 1_000_000;

/** Lays segments end to end, and divides them where strength fades. */
export class TimelineBuilder {
  readonly segments: Segment[] = [];
  private start: Instant | null = null;
  private acts: readonly StepAct[] = [];
  private stepActs = 0;

  constructor(
    private readonly stance: RunningStance,
    private readonly fades: boolean,
  ) {}

  /** Begins a segment; the stance is already what it is from there on. */
  begin(at: Instant, acts: readonly StepAct[]): void {
    this.start = at;
    this.acts = acts;
    this.stepActs += acts.length;
  }

  /** Ends the segment there is, if it has any length; the stance is still what it was up to there. */
  end(at: Instant | null): void {
    if (this.start === null || this.start === at) return;
    const fade = this.fades
      ? fadeAfter(this.start, at ?? endOfTime + 1, (instant) => this.stance.strengthAt(instant))
      : null;
    this.add(this.start, fade ?? at, this.acts);
    if (fade !== null) this.add(fade, at, []);
  }

  private add(from: Instant, to: Instant | null, acts: readonly StepAct[]): void {
    if (this.segments.length === segmentsMax) throw tooLarge(`has more than ${segmentsMax} segments`, from);
    if (this.stepActs > stepActsMax) throw tooLarge(`names acts more than ${stepActsMax} times`, from);
    const { status, mixed, score, band } = this.stance.summaryAt(from);
    this.segments.push({ from, to, status, mixed, score, band, acts });
  }
}

function tooLarge(finding: string, reached: Instant): Refusal {
  const at = formatInstant(reached);
  const detail = `The timeline ${finding}: ask for it up to ${at}, then from there on.`;
  const errors = [
    { pointer: '?to', detail: `${at} or earlier` },
    { pointer: '?from', detail: `${at} to go on` },
  ];
  return new Refusal('too-large', detail, errors, { segmentsMax, reached: at });
}
