import {
  type ActHistory,
  type ActPage,
  Acts,
  type ActVersion,
  type CitingAsked,
  type CitingCell,
  type ListedAct,
} from '../../../ports/acts.js';
import { actsOfCell, anyIssue, citationsOfCell, citingCells } from './act-citations.js';
import { ActListing } from './act-listing.js';
import { actVersionOf, type ActRow } from './act-row.js';
import { numberOfEntry } from './entry-number.js';
import type { ViewsConnection } from './views-connection.js';

const columns = 'sequence, number, id, revision, recorded_at, recorder, command, type, schema_version, data, effective';
const lastSequence = Number.MAX_SAFE_INTEGER;

/** Acts in SQLite: every event of an act's stream is a row, with what to find the act by after it. */
export class SqliteActs extends Acts {
  private readonly listing: ActListing;

  constructor(private readonly views: ViewsConnection) {
    super();
    this.listing = new ActListing(views);
  }

  override history(act: string, sequence: number): ActHistory {
    const sql = `SELECT ${columns} FROM acts WHERE id = ? AND sequence <= ? ORDER BY revision`;
    return this.views.all<ActRow>(sql, act, Math.min(sequence, lastSequence)).map(actVersionOf);
  }

  override byNumber(number: number, sequence: number): ActHistory {
    const first = this.views.one<{ id: string }>('SELECT id FROM acts WHERE sequence = ?', number);
    return first ? this.history(first.id, sequence) : [];
  }

  override list(page: ActPage): readonly ListedAct[] {
    return this.listing.page(page);
  }

  override *evidence(party: string, issue: string, sequence: number): Iterable<ActHistory> {
    yield* this.histories(this.ofCell<ActNumber>(actsOfCell, { party, issue, sequence }), sequence);
  }

  override sourcesCited(party: string, issue: string, sequence: number): ReadonlyMap<number, readonly number[]> {
    const cited = new Map<number, { readonly version: number; readonly sources: number[] }>();
    for (const { act, version, source } of this.ofCell<CitationRow>(citationsOfCell, { party, issue, sequence })) {
      const known = cited.get(act);
      if (known?.version === version) known.sources.push(source);
      else cited.set(act, { version, sources: [source] });
    }
    return new Map([...cited].map(([act, { sources }]) => [act, sources]));
  }

  override cellsCiting(source: number, { sequence, effectiveBy }: CitingAsked): readonly CitingCell[] {
    const cells = this.views.all<CitingCell>(citingCells, source, effectiveBy, sequence);
    return cells.map(({ party, issue }) => ({ party, issue: issue === anyIssue ? null : issue }));
  }

  override *citing(source: string, sequence: number): Iterable<ActHistory> {
    const number = numberOfEntry(this.views, 'source', source);
    if (number === null) return;
    yield* this.histories(this.views.all<ActNumber>(citingNumbers, number, sequence), sequence);
  }

  private ofCell<Row>(sql: string, { party, issue, sequence }: CellAsked): readonly Row[] {
    const numbers = [numberOfEntry(this.views, 'issue', issue), numberOfEntry(this.views, 'party', party)] as const;
    return numbers[0] === null || numbers[1] === null ? [] : this.views.all<Row>(sql, ...numbers, sequence);
  }

  /** Some at once: an act by itself costs more on the way to SQLite and back than to be read. */
  private *histories(numbers: readonly ActNumber[], sequence: number): Iterable<ActHistory> {
    for (let at = 0; at < numbers.length; at += together) {
      const some = numbers.slice(at, at + together).map(({ number }) => number);
      yield* this.versions(some, sequence);
    }
  }

  /** From first versions to the next, and so on: most acts have one. */
  private versions(numbers: readonly number[], sequence: number): Iterable<ActHistory> {
    const found = new Map<number, ActVersion[]>();
    for (let next = numbers; next.length > 0;) {
      const rows = this.views.all<ActRow & EndingRow>(versionsBySequence, JSON.stringify(next));
      for (const row of rows) found.set(row.number, [...(found.get(row.number) ?? []), actVersionOf(row)]);
      next = rows.flatMap(({ until }) => (until !== null && until <= sequence ? [until] : []));
    }
    return found.values();
  }
}

const citingNumbers = `
  SELECT DISTINCT acts.number AS number FROM act_sources JOIN acts ON acts.sequence = act_sources.sequence
    WHERE act_sources.source = ? AND act_sources.sequence <= ?`;

/** Acts read by one statement. */
const together = 64;

const versionsBySequence = `
  SELECT ${columns}, until FROM acts WHERE sequence IN (SELECT value FROM json_each(?))`;

interface CellAsked {
  readonly party: string;
  readonly issue: string;
  readonly sequence: number;
}

interface CitationRow {
  readonly act: number;
  readonly version: number;
  readonly source: number;
}

interface ActNumber {
  readonly number: number;
}

interface EndingRow {
  readonly until: number | null;
}
