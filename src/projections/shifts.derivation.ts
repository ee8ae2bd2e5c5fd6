import type { IssueContent } from '../domain/issues/issue-content.js';
import { type BandShift, shiftBetween } from '../domain/shifts/band-shift.js';
import { quietUntil } from '../domain/shifts/quiet-until.js';
import { RoughStance } from '../domain/shifts/rough-stance.js';
import { codeBookOf } from '../domain/stances/code-book-of.js';
import { modelOf } from '../domain/stances/models/model-of.js';
import { everyAct } from '../domain/stances/selection.js';
import type { StanceSummary } from '../domain/stances/stance.js';
import { summaryOf } from '../domain/stances/summary-of.js';
import type { LogEvent } from '../ports/event-log.js';
import type { CellKey, Derivation, Present, Recorded, RowChange, ShiftChange } from '../ports/projection.js';
import { Derives } from './projection.decorator.js';
import { type TouchedCell, touchedBy } from './touched-cells.js';

/** What the feed tells of is the stance that is answered when nothing else is asked for. */
const model = modelOf('decayed-mean', 1);
const codeBook = codeBookOf(1);

/** Cells remembered: little more than a map's entry each. */
const remembered = 200_000;

type Framing = Pick<IssueContent, 'bands' | 'halfLifeDays'>;

/**
 * The stances that an event shifted: what was each at T = its recordedAt, with K just before it and at it? What is
 * remembered from event to event only spares computing; it is forgotten whenever events do not follow each other.
 */
@Derives()
export class ShiftsDerivation implements Derivation {
  private readonly stances = new Map<number, Map<number, RoughStance>>();
  private readonly framings = new Map<number, Framing>();
  private last = NaN;
  private known = 0;

  derive({ at }: Recorded, changes: readonly RowChange[], present: Present): readonly ShiftChange[] {
    if (at.sequence !== this.last + 1 || this.known > remembered) this.forget();
    this.last = NaN; // for whatever fails below
    const shifts: (CellKey & BandShift)[] = [];
    for (const touched of touchedBy(changes, { at, present })) {
      const shift = this.shiftOf(touched, at, present);
      if (shift) shifts.push({ party: touched.party, issue: touched.issue, ...shift });
    }
    for (const change of changes) if (change.change === 'entry') this.reframe(change);
    this.last = at.sequence;
    if (shifts.length > 1) shifts.sort((a, b) => a.party - b.party || a.issue - b.issue);
    return shifts.map((shift, index) => ({ change: 'shift', place: index + 1, ...shift }));
  }

  private shiftOf(touched: TouchedCell, at: LogEvent, present: Present): BandShift | null {
    const { party, issue, row } = touched;
    const before = this.framingBefore(issue, at, present);
    const rough = row && this.stances.get(party)?.get(issue);
    if (rough && !rough.mayShift(row, at.recordedAt, before.bands)) return null;
    const after = touched.reframed ?? before;
    return this.compute(touched, { at, present, before, after });
  }

  private compute(key: CellKey, { at, present, before, after }: Look): BandShift | null {
    const cell = present.cell(key);
    const withdrawals = present.withdrawals(key.party);
    const validAt = at.recordedAt;
    const summary = (sequence: number, { bands, halfLifeDays }: Framing): StanceSummary =>
      summaryOf(cell, withdrawals, { validAt, sequence, model, codeBook, selection: everyAct, bands, halfLifeDays });
    const earlier = summary(at.sequence - 1, before);
    const later = summary(at.sequence, after);
    const quiet = { validAt, quietUntil: quietUntil(cell, withdrawals, validAt) };
    this.remember(key, new RoughStance(later, quiet, { codeBook, halfLifeDays: after.halfLifeDays }));
    return shiftBetween(earlier, later, before.bands);
  }

  private framingBefore(issue: number, { sequence }: LogEvent, present: Present): Framing {
    const known = this.framings.get(issue) ?? present.framing(issue, sequence - 1);
    this.framings.set(issue, known);
    return known;
  }

  /** Asked for anew when it is needed: from the next event on, this one is before. */
  private reframe({ kind }: Extract<RowChange, { change: 'entry' }>): void {
    if (kind === 'issue') this.framings.clear();
  }

  private remember({ party, issue }: CellKey, stance: RoughStance): void {
    const stances = this.stances.get(party) ?? new Map<number, RoughStance>();
    this.stances.set(party, stances);
    if (!stances.has(issue)) this.known += 1;
    stances.set(issue, stance);
  }

  private forget(): void {
    this.stances.clear();
    this.framings.clear();
    this.known = 0;
  }
}

interface Look {
  readonly at: LogEvent;
  readonly present: Present;
  /** The issue just before the event and at it. */
  readonly before: Framing;
  readonly after: Framing;
}
