import { formatInstant } from '../../domain/time/instant.js';
import type { RecordedShift } from '../../ports/shifts.js';
import { feedIdOf } from './feed-place.js';
import type { ShiftedView } from './views.js';

export function shiftedViewOf(shift: RecordedShift): ShiftedView {
  const { sequence, recordedAt, recorder, event, act, source, party, issue, from, to, before, after } = shift;
  const cause = { sequence, recordedAt: formatInstant(recordedAt), recorder, event, act, source };
  return { id: feedIdOf(shift), ...cause, party, issue, from, to, before, after };
}
