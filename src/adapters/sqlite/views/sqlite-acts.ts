import { kindCodes } from '../../../domain/stances/row-codes.js';
import { type ActFilter, type ActHistory, type ActPage, Acts, type ListedAct } from '../../../ports/acts.js';
import { actVersionOf, type ActRow } from './act-row.js';
import { ftsQueryOf } from './fts-query.js';
import { numberOfEntry } from './entry-number.js';
import { openKindCodes } from './views-schema.js';
import type { ViewsConnection } from './views-connection.js';

const columns = 'sequence, number, id, revision, recorded_at, recorder, command, type, schema_version, data, effective';
const lastSequence = Number.MAX_SAFE_INTEGER;

/** Acts in SQLite: every event of an act's stream is a row, with what to find the act by after it. */
export class SqliteActs extends Acts {
  constructor(private readonly views: ViewsConnection) {
    super();
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
    const { sql, values } = listing(page, this.membership(page.filter));
    return this.views.all<ListedRow>(sql, ...values).map(({ id, party, effective, number }) => ({
      id,
      party,
      place: { effective, number },
    }));
  }

  override *evidence(party: string, issue: string, sequence: number): Iterable<ActHistory> {
    const numbers = [numberOfEntry(this.views, 'party', party), numberOfEntry(this.views, 'issue', issue)] as const;
    if (numbers[0] === null || numbers[1] === null) return;
    const rows = this.views.all<{ id: string }>(evidenceIds, numbers[1], sequence, numbers[0], numbers[0], sequence);
    for (const { id } of rows) yield this.history(id, sequence);
  }

  override *citing(source: string, sequence: number): Iterable<ActHistory> {
    const number = numberOfEntry(this.views, 'source', source);
    if (number === null) return;
    for (const { id } of this.views.all<{ id: string }>(citingIds, number, sequence)) yield this.history(id, sequence);
  }

  private membership(filter: ActFilter): readonly Condition[] {
    return indexes.flatMap((index) => {
      const number = filter[index.field];
      return number === null ? [] : [this.isAmong(index, number)];
    });
  }

  /** Few acts are looked up and sorted; among many, the newest come soon when the whole list is walked from its end. */
  private isAmong({ table, field }: ActIndex, number: number): Condition {
    const count = `SELECT count(*) AS acts FROM (SELECT 1 FROM ${table} WHERE ${field} = ? LIMIT ${String(few)})`;
    const { acts } = this.views.one<{ acts: number }>(count, number) ?? { acts: 0 };
    const sql =
      acts < few
        ? `acts.sequence IN (SELECT sequence FROM ${table} WHERE ${field} = ?)`
        : `EXISTS (SELECT 1 FROM ${table} WHERE ${field} = ? AND ${table}.sequence = acts.sequence)`;
    return { sql, values: [number] };
  }
}

const evidenceIds = `
  SELECT acts.id AS id FROM act_issues JOIN acts ON acts.sequence = act_issues.sequence
    WHERE act_issues.issue = ? AND act_issues.sequence <= ? AND acts.party = ?
  UNION SELECT id FROM acts WHERE party = ? AND kind = ${String(kindCodes.codeOf('withdrawal'))} AND sequence <= ?`;

const citingIds = `
  SELECT DISTINCT acts.id AS id FROM act_sources JOIN acts ON acts.sequence = act_sources.sequence
    WHERE act_sources.source = ? AND act_sources.sequence <= ?`;

interface ListedRow {
  readonly id: string;
  readonly party: number;
  readonly effective: number;
  readonly number: number;
}

interface Condition {
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

const few = 1000;

/** Which acts an issue or a source has. */
interface ActIndex {
  readonly table: string;
  readonly field: 'issue' | 'source';
}

const indexes: readonly ActIndex[] = [
  { table: 'act_issues', field: 'issue' },
  { table: 'act_sources', field: 'source' },
];

/** Newest first, of the versions that held at K. */
function listing({ sequence, filter, after, limit }: ActPage, membership: readonly Condition[]): Condition {
  const held = { sql: 'acts.sequence <= ? AND (acts.until IS NULL OR acts.until > ?)', values: [sequence, sequence] };
  const place = { sql: '(acts.effective, acts.number) < (?, ?)', values: after ? [after.effective, after.number] : [] };
  const all = [held, ...filtering(filter), ...open(filter), ...membership, ...(after ? [place] : [])];
  const where = all.map((condition) => condition.sql).join(' AND ');
  const order = 'ORDER BY acts.effective DESC, acts.number DESC LIMIT ?';
  return {
    sql: `SELECT acts.id, acts.party, acts.effective, acts.number FROM acts WHERE ${where} ${order}`,
    values: [...all.flatMap((condition) => condition.values), limit],
  };
}

const tests = {
  party: 'acts.party = ?',
  kind: 'acts.kind = ?',
  // As its index says, or SQLite would not take that.
  speaker: 'acts.speaker = ? AND acts.speaker <> 0',
  from: 'acts.start >= ?',
  to: 'acts.effective <= ?',
  words: 'acts.sequence IN (SELECT rowid FROM act_words WHERE act_words MATCH ?)',
} as const satisfies Record<Exclude<keyof ActFilter, ActIndex['field'] | 'openAt'>, string>;

/** By the index of open matters, unless the acts of a party or a speaker are fewer: the + keeps SQLite from it. */
function open({ openAt, party, speaker }: ActFilter): readonly Condition[] {
  if (openAt === null) return [];
  const kind = party === null && speaker === null ? 'acts.kind' : '+acts.kind';
  const sql =
    `${kind} IN (${openKindCodes}) AND acts.retracted = 0 AND acts.effective <= ? ` +
    'AND (acts.end IS NULL OR acts.end > ?)';
  return [{ sql, values: [openAt, openAt] }];
}

function filtering({ kind, words, ...numbers }: ActFilter): readonly Condition[] {
  const values = {
    ...numbers,
    kind: kind && kindCodes.codeOf(kind),
    words: words.length > 0 ? ftsQueryOf(words) : null,
  };
  const fields = Object.keys(tests) as (keyof typeof tests)[];
  return fields.flatMap((field) => {
    const value = values[field];
    return value === null ? [] : [{ sql: tests[field], values: [value] }];
  });
}
