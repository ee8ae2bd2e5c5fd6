import { kindCodes } from '../../../domain/stances/row-codes.js';
import { type ActFilter, type ActHistory, type ActPage, type ActPlace, Acts } from '../../../ports/acts.js';
import { actVersionOf, type ActRow } from './act-row.js';
import { ftsQueryOf } from './fts-query.js';
import { numberOfEntry } from './entry-number.js';
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

  override list(page: ActPage): readonly { readonly history: ActHistory; readonly place: ActPlace }[] {
    const { sql, values } = listing(page);
    return this.views.all<ActRow>(sql, ...values).map(({ id, effective, number }) => ({
      history: this.history(id, page.sequence),
      place: { effective, number },
    }));
  }

  override evidence(party: string, issue: string, sequence: number): readonly ActHistory[] {
    const numbers = [numberOfEntry(this.views, 'party', party), numberOfEntry(this.views, 'issue', issue)] as const;
    if (numbers[0] === null || numbers[1] === null) return [];
    const rows = this.views.all<{ id: string }>(evidenceIds, numbers[1], sequence, numbers[0], numbers[0], sequence);
    return rows.map(({ id }) => this.history(id, sequence));
  }
}

const evidenceIds = `
  SELECT acts.id AS id FROM act_issues JOIN acts ON acts.sequence = act_issues.sequence
    WHERE act_issues.issue = ? AND act_issues.sequence <= ? AND acts.party = ?
  UNION SELECT id FROM acts WHERE party = ? AND kind = ${String(kindCodes.codeOf('withdrawal'))} AND sequence <= ?`;

interface Condition {
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

/** Newest first, of the versions that held at K. */
function listing({ sequence, filter, after, limit }: ActPage): Condition {
  const held = { sql: 'acts.sequence <= ? AND (acts.until IS NULL OR acts.until > ?)', values: [sequence, sequence] };
  const place = { sql: '(acts.effective, acts.number) < (?, ?)', values: after ? [after.effective, after.number] : [] };
  const all = [held, ...filtering(filter), ...(after ? [place] : [])];
  const where = all.map((condition) => condition.sql).join(' AND ');
  const order = 'ORDER BY acts.effective DESC, acts.number DESC LIMIT ?';
  const selected = columns.replaceAll(/\w+/g, 'acts.$&');
  return {
    sql: `SELECT ${selected} FROM acts WHERE ${where} ${order}`,
    values: [...all.flatMap((condition) => condition.values), limit],
  };
}

const tests = {
  party: 'acts.party = ?',
  kind: 'acts.kind = ?',
  speaker: 'acts.speaker = ?',
  from: 'acts.start >= ?',
  to: 'acts.effective <= ?',
  issue: 'acts.sequence IN (SELECT sequence FROM act_issues WHERE issue = ?)',
  source: 'acts.sequence IN (SELECT sequence FROM act_sources WHERE source = ?)',
  words: 'acts.sequence IN (SELECT rowid FROM act_words WHERE act_words MATCH ?)',
} as const satisfies Record<keyof ActFilter, string>;

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
