import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { codeBook1 } from '../../src/domain/stances/code-book-1.js';
import type { Cell } from '../../src/domain/stances/cell.js';
import type { CellRow } from '../../src/domain/stances/cell-row.js';
import type { CellKey } from '../../src/ports/projection.js';

/** A question in numbers, as SQL is asked it. */
export interface SumAsked {
  readonly party: number;
  readonly issue: number;
  readonly validAt: number;
  readonly sequence: number;
  readonly halfLifeDays: number;
}

export interface Sum {
  readonly score: number | null;
  readonly strength: number;
}

const dayMilliseconds = 86_400_000;
const open = Number.MAX_SAFE_INTEGER;

/** What a sum needs of each row and nothing else, the weight worked out beforehand. */
const makeRows = `
  CREATE TABLE sums (
    party INTEGER, issue INTEGER, effective INTEGER, from_sequence INTEGER, until INTEGER, end INTEGER, value REAL,
    weight REAL
  )`;
const insertRow = 'INSERT INTO sums VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
const makeIndex = `
  CREATE INDEX sums_by_cell ON sums (party, issue, effective, from_sequence, until, end, value, weight);
`;

/** OFFSET keeps SQLite from working out each term twice. */
const select = `SELECT sum(term * value) / sum(term) AS score, coalesce(sum(term), 0) AS strength FROM (
  SELECT value, weight * pow(2.0, (effective - @validAt) * @perHalfLife) AS term FROM sums
  WHERE party = @party AND issue = @issue AND effective <= @validAt AND from_sequence <= @sequence
    AND until > @sequence AND end > @validAt LIMIT -1 OFFSET 0)`;

/** The formula of DESIGN section 5 in SQL, over an index that holds all it needs, in memory. */
export class SumsInSql {
  private readonly statement;

  constructor(cells: Iterable<{ readonly key: CellKey; readonly cell: Cell }>) {
    const database = new Database(':memory:');
    database.exec(makeRows);
    const insert = database.prepare(insertRow);
    database.transaction(() => {
      for (const row of storedSums(cells)) insert.run(...row);
    })();
    database.exec(makeIndex);
    this.statement = database.prepare<[SumAsked & { perHalfLife: number }], Sum>(select);
  }

  sum(asked: SumAsked): Sum {
    return this.statement.get({ ...asked, perHalfLife: 1 / (asked.halfLifeDays * dayMilliseconds) })!;
  }
}

type RowNumbers = readonly [effective: number, from: number, until: number, end: number, value: number, weight: number];

/** A row as tables hold it, after its party and its issue. */
export type StoredSum = readonly [party: number, issue: number, ...RowNumbers];

export function* storedSums(cells: Iterable<{ readonly key: CellKey; readonly cell: Cell }>): Generator<StoredSum> {
  for (const { key, cell } of cells) for (const row of rowsOf(cell)) yield [key.party, key.issue, ...row];
}

function* rowsOf(cell: Cell): Generator<RowNumbers> {
  for (let at = 0; at < cell.length; at++) {
    const row = cell.rowAt(at);
    const { effective, from, to, end, value } = row;
    yield [effective, from, Math.min(to, open), Math.min(end, open), value, weightOf(row)];
  }
}

function weightOf({ kind, mode, attribution, grade, certainty }: CellRow): number {
  const { force, attribution: attributions, reliability } = codeBook1;
  const plain = kind === 'action' ? force.action[mode ?? 'material'] : force[kind];
  return plain * attributions[attribution] * reliability[grade] * certainty;
}
