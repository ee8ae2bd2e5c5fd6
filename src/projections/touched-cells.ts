import type { IssueContent } from '../domain/issues/issue-content.js';
import type { CellRow } from '../domain/stances/cell-row.js';
import type { LogEvent } from '../ports/event-log.js';
import type { CellKey, EntryChange, Present, RowChange } from '../ports/projection.js';

/** A cell of which an event may have changed the stance. */
export interface TouchedCell extends CellKey {
  /** What came, where it is nothing but an act's first version. */
  readonly row: CellRow | null;
  /** Its issue as the event framed it, where it did. */
  readonly reframed: IssueContent | null;
}

interface Event {
  readonly at: LogEvent;
  readonly present: Present;
}

/** The cells whose stances the changes of one event may have changed, each once. */
export function touchedBy(changes: readonly RowChange[], event: Event): Iterable<TouchedCell> {
  const touched = new TouchedCells(event);
  for (const change of changes) touched.follow(change);
  return touched.all();
}

class TouchedCells {
  private readonly cells = new Map<string, TouchedCell>();

  constructor(private readonly event: Event) {}

  all(): Iterable<TouchedCell> {
    return this.cells.values();
  }

  follow(change: RowChange): void {
    switch (change.change) {
      case 'row-opened':
        return this.add(change, isFirstVersion(change.row) ? change.row : null);
      case 'row-closed':
        return this.add(change);
      case 'withdrawal-opened':
        return this.addNamedBy(change.party, change.row.act);
      case 'withdrawal-closed':
        return this.addNamedBy(change.party, change.act);
      case 'entry':
        return this.addFramed(change);
      case 'act':
      case 'text-captured':
      case 'text-erased':
      case 'shift':
        return;
    }
  }

  private add({ party, issue }: CellKey, row: CellRow | null = null, reframed: IssueContent | null = null): void {
    const name = `${party}/${issue}`;
    this.cells.set(name, { party, issue, reframed, row: this.cells.has(name) ? null : row });
  }

  /** What the withdrawal names or named, what that names if it is a withdrawal, and so on. */
  private addNamedBy(party: number, act: number): void {
    const { present } = this.event;
    for (const { target } of present.withdrawals(party).rowsOf(act)) {
      for (const issue of present.issuesOf(target.act)) this.add({ party, issue });
      this.addNamedBy(party, target.act);
    }
  }

  /** Other bands alone leave every score where it is. */
  private addFramed({ kind, id, state }: EntryChange): void {
    if (kind !== 'issue') return;
    const { present, at } = this.event;
    const reframed = state as IssueContent;
    const issue = present.numberOf('issue', id);
    if (issue === at.sequence || present.framing(issue, at.sequence - 1).halfLifeDays === reframed.halfLifeDays) return;
    for (const party of present.partiesOn(issue)) this.add({ party, issue }, null, reframed);
  }
}

/** Nothing recorded earlier can be about it. */
function isFirstVersion({ act, from }: CellRow): boolean {
  return act === from;
}
