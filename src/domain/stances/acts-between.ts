import type { ActKind } from '../acts/act-kind.js';
import type { Cell } from './cell.js';
import type { StepAct } from './segment.js';
import type { StanceQuestion } from './stance-question.js';
import { StandingAt } from './standing-at.js';
import type { WithdrawableAct } from './withdrawable-act.js';
import type { Withdrawals } from './withdrawals.js';

export interface ChangedAct extends StepAct {
  readonly kind: ActKind;
}

const kind = 'withdrawal';

interface ChangedRow extends ChangedAct {
  readonly row: number;
  readonly stood: number;
  readonly stands: number;
}

/** Two looks at one cell; T and K of the second are not before those of the first. */
export interface TwoLooks {
  readonly before: StanceQuestion;
  readonly after: StanceQuestion;
}

/**
 * The acts that make the difference between two looks at a cell, in (effective, act) order: those that entered or left,
 * whose coding or standing is another, and every withdrawal behind that whose own standing is another.
 */
export function actsBetween(
  evidence: { readonly cell: Cell; readonly withdrawals: Withdrawals },
  looks: TwoLooks,
): readonly ChangedAct[] {
  const { cell, withdrawals } = evidence;
  const before = new StandingAt(cell, withdrawals, looks.before);
  const after = new StandingAt(cell, withdrawals, looks.after);
  const changed = new Map<number, ChangedAct>();
  for (const { act, effective, kind } of withoutReplaced(changedRows(evidence, looks, { before, after }), cell)) {
    changed.set(act, { act, effective, kind });
    for (const behind of behindOf(withdrawals.naming(act), before, after)) changed.set(behind.act, behind);
  }
  return [...changed.values()].sort((a, b) => a.effective - b.effective || a.act - b.act);
}

function changedRows(
  { cell, withdrawals }: { readonly cell: Cell; readonly withdrawals: Withdrawals },
  looks: TwoLooks,
  { before, after }: { readonly before: StandingAt; readonly after: StandingAt },
): readonly ChangedRow[] {
  const { act, effective } = cell.columns;
  const changed: ChangedRow[] = [];
  for (const row of candidates(cell, withdrawals, looks)) {
    const stood = before.ofRow(row);
    const stands = after.ofRow(row);
    const place = { row, act: act[row] ?? 0, effective: effective[row] ?? 0 };
    if (stood !== stands) changed.push({ ...place, kind: cell.columns.kindOf(row), stood, stands });
  }
  return changed;
}

/** Rows that may count for something else: few, where only one of T and K is another. */
function candidates(cell: Cell, withdrawals: Withdrawals, looks: TwoLooks): ReadonlySet<number> {
  const { before, after } = looks;
  const isSeenAlike = before.selection.mandated === null || before.sequence === after.sequence;
  const stop = cell.firstAfter(after.validAt);
  const rows = new Set<number>(newlyKnown(cell, stop, looks));
  for (let row = isSeenAlike ? cell.firstAfter(before.validAt) : 0; row < stop; row++) rows.add(row);
  const exceptions = cell.exceptions(withdrawals);
  for (let at = 0; at < exceptions.acts.length; at++) rows.add(exceptions.rowAt(at));
  return rows;
}

function newlyKnown({ columns: { from } }: Cell, stop: number, { before, after }: TwoLooks): readonly number[] {
  const rows: number[] = [];
  if (before.sequence === after.sequence) return rows;
  for (let row = 0; row < stop; row++) {
    const since = from[row] ?? 0;
    if (since > before.sequence && since <= after.sequence) rows.push(row);
  }
  return rows;
}

/** A row that says the same as the one whose place it took makes no difference: a corroboration, as a rule. */
function withoutReplaced(changed: readonly ChangedRow[], { columns }: Cell): readonly ChangedRow[] {
  const entering = new Map(changed.filter(({ stood }) => stood === 0).map((row) => [row.act, row]));
  const replaced = new Set<number>();
  for (const { act, row, stands, stood } of changed) {
    const other = stands === 0 ? entering.get(act) : undefined;
    if (other?.stands === stood && columns.isAlike(row, other.row)) replaced.add(act);
  }
  return changed.filter(({ act }) => !replaced.has(act));
}

function behindOf(named: WithdrawableAct | undefined, before: StandingAt, after: StandingAt): readonly ChangedAct[] {
  const behind: ChangedAct[] = [];
  const reached = named ? [named] : [];
  for (const { namedBy } of reached) {
    const changed = namedBy.filter((row) => before.ofWithdrawal(row) !== after.ofWithdrawal(row));
    behind.push(...changed.map(({ withdrawal, effective }) => ({ act: withdrawal.act, effective, kind }) as const));
    reached.push(...changed.map(({ withdrawal }) => withdrawal));
  }
  return behind;
}
