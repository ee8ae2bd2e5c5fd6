import { Refusal } from '../shared/refusal.js';
import { formatInstant, type Instant } from '../time/instant.js';
import { type Alignment, alignmentOf, type Position } from './alignment.js';
import type { Segment, StepAct } from './segment.js';
import { uniqueInOrder } from './unique-in-order.js';

const segmentsMax = 10_000;

/** A part [from, to) of the course of an alignment, throughout which it stays the same. */
export interface AlignmentSegment extends Alignment {
  readonly from: Instant;
  /** null: open. */
  readonly to: Instant | null;
  /** The acts of either party that made the step at `from`, in (effective, act) order. */
  readonly acts: readonly StepAct[];
}

/** The timelines of two parties on one issue, over the same period. */
export interface CourseOfTwo {
  readonly a: readonly Segment[];
  readonly b: readonly Segment[];
}

/**
 * The alignment of two parties as a step function of valid time: segments that tile the period of the timelines, each
 * with what alignmentOf gives of the stances at its start and up to its end. Steps that change neither n, alignment nor
 * agreement are not shown. Refuses more than 10,000 segments (`too-large`).
 */
export function alignmentCourseOf(issues: readonly CourseOfTwo[], to: Instant | null): readonly AlignmentSegment[] {
  const positions = { a: issues.map(() => undeclared), b: issues.map(() => undeclared) };
  const course = new Course();
  for (const steps of instantsOf(issues)) {
    for (const { side, issue, segment } of steps) positions[side][issue] = segment;
    course.goOn(steps, alignmentOf(positions.a, positions.b));
  }
  return course.endingAt(to);
}

const undeclared: Position = { score: null, band: null };

interface Step {
  readonly side: 'a' | 'b';
  readonly issue: number;
  readonly segment: Segment;
}

/** All steps of either party on any issue, in the order of time, those of one instant together. */
function instantsOf(issues: readonly CourseOfTwo[]): readonly (readonly Step[])[] {
  const byInstant = new Map<Instant, Step[]>();
  const note = (step: Step): void => {
    const { from } = step.segment;
    const steps = byInstant.get(from);
    if (steps) steps.push(step);
    else byInstant.set(from, [step]);
  };
  issues.forEach(({ a, b }, issue) => {
    for (const segment of a) note({ side: 'a', issue, segment });
    for (const segment of b) note({ side: 'b', issue, segment });
  });
  return [...byInstant].sort(([one], [other]) => one - other).map(([, steps]) => steps);
}

class Course {
  private readonly segments: AlignmentSegment[] = [];

  goOn(steps: readonly Step[], alignment: Alignment): void {
    const from = steps[0]?.segment.from ?? 0;
    const last = this.segments.at(-1);
    if (last && isSame(last, alignment)) return;
    if (this.segments.length === segmentsMax) throw tooLarge(from);
    this.end(from);
    const acts = uniqueInOrder(steps.flatMap(({ segment }) => segment.acts));
    this.segments.push({ from, to: null, ...alignment, acts });
  }

  endingAt(to: Instant | null): readonly AlignmentSegment[] {
    this.end(to);
    return this.segments;
  }

  private end(to: Instant | null): void {
    const last = this.segments.pop();
    if (last) this.segments.push({ ...last, to });
  }
}

function isSame(one: Alignment, other: Alignment): boolean {
  return one.n === other.n && one.alignment === other.alignment && one.agreement === other.agreement;
}

function tooLarge(reached: Instant): Refusal {
  const at = formatInstant(reached);
  const detail = `The course has more than ${segmentsMax} segments: ask for it up to ${at}, then from there on.`;
  const errors = [
    { pointer: '?to', detail: `${at} or earlier` },
    { pointer: '?from', detail: `${at} to go on` },
  ];
  return new Refusal('too-large', detail, errors, { segmentsMax, reached: at });
}
