import type { Cell } from '../stances/cell.js';
import type { WithdrawableAct } from '../stances/withdrawable-act.js';
import type { Withdrawals } from '../stances/withdrawals.js';
import type { Instant } from '../time/instant.js';

/** The first time after T at which an act of the cell may enter, end or change standing; Infinity if there is none. */
export function quietUntil(cell: Cell, withdrawals: Withdrawals, validAt: Instant): Instant {
  const { effective, end } = cell.columns;
  const exceptions = cell.exceptions(withdrawals);
  const next = cell.firstAfter(validAt);
  let until = next < cell.length ? (effective[next] ?? Infinity) : Infinity;
  for (const [place, act] of exceptions.acts.entries()) {
    until = earlier(until, end[exceptions.rowAt(place)] ?? Infinity, validAt);
    if (act) until = untilWithdrawn(act, validAt, until);
  }
  return until;
}

/** A withdrawal is recorded after what it names, so that this ends. */
function untilWithdrawn({ namedBy }: WithdrawableAct, validAt: Instant, until: Instant): Instant {
  return namedBy.reduce((least, { effective, end, withdrawal }) => {
    const own = earlier(earlier(least, effective, validAt), end, validAt);
    return untilWithdrawn(withdrawal, validAt, own);
  }, until);
}

function earlier(until: Instant, time: Instant, validAt: Instant): Instant {
  return time > validAt && time < until ? time : until;
}
