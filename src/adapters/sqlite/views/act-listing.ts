import { kindCodes } from '../../../domain/stances/row-codes.js';
import type { ActFilter, ActPage, ListedAct } from '../../../ports/acts.js';
import { ftsQueryOf } from './fts-query.js';
import type { ViewsConnection } from './views-connection.js';
import { openKindCodes } from './views-schema.js';

/** Lists acts by what they are found by. */
export class ActListing {
  constructor(private readonly views: ViewsConnection) {}

  /** Newest first. */
  page(page: ActPage): readonly ListedAct[] {
    const { sql, values } = listing(page, this.membership(page.filter));
    return this.views.all<ListedRow>(sql, ...values).map(({ id, party, effective, number }) => ({
      id,
      party,
      place: { effective, number },
    }));
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
