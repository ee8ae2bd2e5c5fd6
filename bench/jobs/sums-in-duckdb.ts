import type { StoredSum } from './sums-in-sql.js';

/** Of its package, what is used here: it is no dependency, since nobody but this row needs 70 MB of it. */
interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
  createAppender(table: string): Promise<Appender>;
}

interface Appender {
  appendDouble(value: number): void;
  endRow(): void;
  closeSync(): void;
}

export const duckDb = { name: '@duckdb/node-api', version: '1.5.6-r.1' };

/** A stance as SQL tells it; parties and issues by number. */
export interface MatrixSum {
  readonly party: number;
  readonly issue: number;
  readonly score: number;
  readonly strength: number;
}

const makeTable = `CREATE TABLE sums (party DOUBLE, issue DOUBLE, effective DOUBLE, from_sequence DOUBLE, until DOUBLE,
  "end" DOUBLE, value DOUBLE, weight DOUBLE, half_life DOUBLE)`;

/** The formula of DESIGN section 5 for all cells at once, over a table in DuckDB's memory, on its own choice of threads. */
export class SumsInDuckDb {
  private constructor(private readonly connection: Connection) {}

  static async of(rows: Iterable<StoredSum>, halfLife: (issue: number) => number): Promise<SumsInDuckDb> {
    const { DuckDBInstance } = (await import(duckDb.name)) as DuckDb;
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(makeTable);
    const appender = await connection.createAppender('sums');
    for (const row of rows) {
      for (const value of [...row, halfLife(row[1])]) appender.appendDouble(value);
      appender.endRow();
    }
    appender.closeSync();
    return new SumsInDuckDb(connection);
  }

  async matrix(validAt: number, sequence: number): Promise<readonly MatrixSum[]> {
    const rows = (await this.connection.runAndReadAll(select(String(validAt), String(sequence)))).getRows();
    return rows.map(([party, issue, score, strength]) => ({
      party: Number(party),
      issue: Number(issue),
      score: Number(score),
      strength: Number(strength),
    }));
  }
}

function select(validAt: string, sequence: string): string {
  return `SELECT party, issue, sum(term * value) / sum(term), sum(term) FROM (
    SELECT party, issue, value, weight * pow(2.0, (effective - ${validAt}) / half_life) AS term FROM sums
    WHERE effective <= ${validAt} AND from_sequence <= ${sequence} AND until > ${sequence} AND "end" > ${validAt}
  ) GROUP BY party, issue`;
}
