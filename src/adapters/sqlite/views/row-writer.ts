import { kindCodes } from '../../../domain/stances/row-codes.js';
import type {
  ActChange,
  EntryChange,
  Recorded,
  RowChange,
  ShiftChange,
  TextChange,
  WithdrawalClosed,
  WithdrawalOpened,
} from '../../../ports/projection.js';
import type { CellWriter } from './cell-writer.js';
import { anyIssue } from './act-citations.js';
import { numberOfEntry } from './entry-number.js';
import type { SqlitePast } from './sqlite-past.js';
import { TupleWriter } from './tuple-writer.js';
import type { ViewsConnection } from './views-connection.js';

interface Beside {
  readonly past: SqlitePast;
  readonly cells: CellWriter;
  readonly actSources: TupleWriter;
}

/** Writes row changes, each by one prepared statement. */
export class RowWriter {
  private readonly past: SqlitePast;
  private readonly cells: CellWriter;
  private readonly actSources: TupleWriter;
  private readonly actIssues: TupleWriter;
  private readonly moments: TupleWriter;

  constructor(
    private readonly views: ViewsConnection,
    { past, cells, actSources }: Beside,
  ) {
    this.past = past;
    this.cells = cells;
    this.actSources = actSources;
    this.actIssues = new TupleWriter(views, 'act_issues', ['sequence', 'issue', 'party', 'act']);
    this.moments = new TupleWriter(views, 'moments', ['sequence', 'recorded_at']);
  }

  /** The first event of a distinct recorded time. */
  noteMoment(sequence: number, recordedAt: number): void {
    this.moments.add(sequence, recordedAt);
  }

  /** Writes what was put off so that it could be written together. */
  flush(): void {
    for (const tuples of this.tuples()) tuples.flush();
  }

  forget(): void {
    for (const tuples of this.tuples()) tuples.forget();
  }

  apply(recorded: Recorded, change: RowChange): void {
    switch (change.change) {
      case 'entry':
        return this.writeEntry(recorded, change);
      case 'text-captured':
      case 'text-erased':
        return this.writeText(recorded, change);
      case 'act':
        return this.writeAct(recorded, change);
      case 'row-opened':
        return this.cells.open(change);
      case 'row-closed':
        return this.cells.close(change);
      case 'withdrawal-opened':
        return this.openWithdrawal(change);
      case 'withdrawal-closed':
        return this.closeWithdrawal(change);
      case 'shift':
        return this.writeShift(recorded, change);
    }
  }

  private tuples(): readonly TupleWriter[] {
    return [this.actSources, this.actIssues, this.moments];
  }

  private writeEntry({ at }: Recorded, { kind, id, state, reason, cause, words }: EntryChange): void {
    const { sequence, revision, recordedAt, recorder, type } = at;
    if (revision > 0) this.views.run(endEntry, sequence, kind, id, revision - 1);
    const number = revision === 0 ? sequence : numberOfEntry(this.views, kind, id);
    const why = [reason, cause, JSON.stringify(state), words.normalize('NFKC').toLowerCase()] as const;
    this.views.run(insertEntry, sequence, kind, number ?? sequence, id, revision, recordedAt, recorder, type, ...why);
  }

  private writeText({ at }: Recorded, { change, sha256 }: TextChange): void {
    if (change === 'text-captured') this.views.run(captureText, sha256, at.sequence);
    else this.views.run(eraseText, at.sequence, sha256);
  }

  private writeAct({ at }: Recorded, change: ActChange): void {
    const { sequence, revision, recordedAt, recorder, command, type, schemaVersion, data } = at;
    const { id, number, party, kind, speaker, start, effective, occurred, end, retracted } = change;
    if (revision > 0) this.views.run(endAct, sequence, this.past.lastVersionOf(id));
    const envelope = [revision, recordedAt, recorder, command, type, schemaVersion, data] as const;
    const traits = [party, kindCodes.codeOf(kind), speaker, start, effective, occurred] as const;
    this.views.run(insertAct, sequence, number, id, ...envelope, ...traits, end, retracted ? 1 : 0);
    for (const issue of change.issues) this.actIssues.add(sequence, issue, party, number);
    if (kind === 'withdrawal') this.actIssues.add(sequence, anyIssue, party, number);
    for (const source of change.sources) this.actSources.add(sequence, source, effective);
    this.views.run(insertWords, sequence, change.words);
  }

  private openWithdrawal({ party, row }: WithdrawalOpened): void {
    const { act, from, target, effective, end, certainty } = row;
    const until = end === Infinity ? null : end;
    this.views.run(insertWithdrawalRow, act, from, party, target, effective, until, certainty);
  }

  private closeWithdrawal({ act, at }: WithdrawalClosed): void {
    this.views.run(endWithdrawalRow, at, act);
  }

  private writeShift({ at }: Recorded, { place, party, issue, from, to, before, after, ...left }: ShiftChange): void {
    const scores = [before, after, left.lower, left.upper] as const;
    this.views.run(insertShift, at.sequence, place, party, issue, from, to, ...scores);
  }
}

const insertShift = `INSERT INTO shifts (sequence, place, party, issue, band_before, band_after, before, after, lower,
  upper) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const endEntry = 'UPDATE entries SET until = ? WHERE kind = ? AND id = ? AND revision = ?';
const insertEntry = `INSERT INTO entries (sequence, kind, number, id, revision, recorded_at, recorder, type, reason,
  cause, state, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const captureText = 'INSERT INTO texts (sha256, number) VALUES (?, ?) ON CONFLICT DO NOTHING';
const eraseText = 'UPDATE texts SET erased_at = coalesce(erased_at, ?) WHERE sha256 = ?';
const endAct = 'UPDATE acts SET until = ? WHERE sequence = ?';
const insertAct = `INSERT INTO acts (sequence, number, id, revision, recorded_at, recorder, command, type,
  schema_version, data, party, kind, speaker, start, effective, occurred, end, retracted)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const insertWords = 'INSERT INTO act_words (rowid, words) VALUES (?, ?)';
const insertWithdrawalRow = `INSERT INTO withdrawal_rows (act, from_sequence, party, target, effective, end, certainty)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const endWithdrawalRow = 'UPDATE withdrawal_rows SET until = ? WHERE act = ? AND until IS NULL';
