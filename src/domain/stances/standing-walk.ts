import type { Instant } from '../time/instant.js';
import type { Participant } from './participant.js';

/**
 * Walks through time from one instant at which an act or withdrawal begins or ends to the next, and says whose standing
 * changes there. A change passes from a withdrawal to what it names, never further than it makes a difference.
 */
export class StandingWalk {
  private readonly beginnings: readonly Participant[];
  private readonly ends: readonly Participant[];
  private begun = 0;
  private ended = 0;

  /** Puts every standing as it is at `since`, before the walk. */
  constructor(participants: readonly Participant[], since: Instant) {
    this.beginnings = participants
      .filter(({ effective }) => effective > since)
      .sort((a, b) => a.effective - b.effective);
    this.ends = participants.filter(({ end }) => end > since && end !== Infinity).sort((a, b) => a.end - b.end);
    // A withdrawal is always recorded after what it names.
    for (const participant of [...participants].sort((a, b) => b.act - a.act)) participant.changeTo(since);
  }

  /** The next instant at which anything may change; Infinity after the last. */
  get next(): Instant {
    const beginning = this.beginnings[this.begun]?.effective ?? Infinity;
    const end = this.ends[this.ended]?.end ?? Infinity;
    return Math.min(beginning, end);
  }

  /** Goes to the next instant; gives those whose standing is another there, withdrawals before what they name. */
  step(at: Instant): readonly Participant[] {
    const concerned = new Set([...this.beginningAt(at), ...this.endingAt(at)]);
    const waiting = [...concerned].sort((a, b) => a.act - b.act);
    const changed: Participant[] = [];
    for (let last = waiting.pop(); last; last = waiting.pop()) {
      if (!last.changeTo(at)) continue;
      changed.push(last);
      for (const named of last.names) this.concern(named, concerned, waiting);
    }
    return changed;
  }

  private concern(named: Participant, concerned: Set<Participant>, waiting: Participant[]): void {
    if (concerned.has(named)) return;
    concerned.add(named);
    let place = waiting.length;
    while (place > 0 && (waiting[place - 1]?.act ?? 0) > named.act) place -= 1;
    waiting.splice(place, 0, named);
  }

  private beginningAt(at: Instant): readonly Participant[] {
    const first = this.begun;
    while (this.beginnings[this.begun]?.effective === at) this.begun += 1;
    return this.beginnings.slice(first, this.begun);
  }

  private endingAt(at: Instant): readonly Participant[] {
    const first = this.ended;
    while (this.ends[this.ended]?.end === at) this.ended += 1;
    return this.ends.slice(first, this.ended);
  }
}
