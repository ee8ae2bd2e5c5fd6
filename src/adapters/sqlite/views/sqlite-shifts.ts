import { type RecordedShift, type ShiftFilter, type ShiftPage, Shifts } from '../../../ports/shifts.js';
import type { ViewsConnection } from './views-connection.js';

/** Shifts in SQLite. */
export class SqliteShifts extends Shifts {
  constructor(private readonly views: ViewsConnection) {
    super();
  }

  override list({ filter, after, sequence, limit }: ShiftPage): readonly RecordedShift[] {
    const { parties, issues } = membersOf(filter);
    const from = [after.sequence, after.place, sequence] as const;
    return this.views.all(selectShifts, ...from, filter.margin, filter.margin, parties, parties, issues, issues, limit);
  }
}

function membersOf({ parties, issues }: ShiftFilter) {
  return { parties: parties && JSON.stringify(parties), issues: issues && JSON.stringify(issues) };
}

/** The first row of a party or an issue is that of its first event, which has its id. */
const selectShifts = `
  SELECT shifts.sequence, shifts.place, parties.id AS party, issues.id AS issue, band_before AS "from",
    band_after AS "to", before, after, lower, upper,
    coalesce(acts.recorded_at, entries.recorded_at) AS recordedAt,
    coalesce(acts.recorder, entries.recorder) AS recorder, coalesce(acts.type, entries.type) AS event,
    acts.id AS act, iif(entries.kind = 'source', entries.id, NULL) AS source
  FROM shifts
    JOIN entries AS parties ON parties.sequence = shifts.party
    JOIN entries AS issues ON issues.sequence = shifts.issue
    LEFT JOIN acts ON acts.sequence = shifts.sequence
    LEFT JOIN entries ON entries.sequence = shifts.sequence
  WHERE (shifts.sequence, shifts.place) > (?, ?) AND shifts.sequence <= ?
    AND (after >= upper + ? OR after < lower - ?)
    AND (? IS NULL OR shifts.party IN (SELECT value FROM json_each(?)))
    AND (? IS NULL OR shifts.issue IN (SELECT value FROM json_each(?)))
  ORDER BY shifts.sequence, shifts.place LIMIT ?`;
