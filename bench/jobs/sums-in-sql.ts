import Database from 'better-sqlite3';
import { codeBook1 } from '../../src/domain/stances/code-book-1.js';
import { attributionCodes, gradeCodes, kindCodes, modeCodes } from '../../src/domain/stances/row-codes.js';

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

/** The rows of the views with what a sum needs and nothing else, the weight worked out beforehand. */
const makeRows = `
  CREATE TABLE sums AS SELECT party, issue, effective, from_sequence, coalesce(until, ${String(open)}) AS until,
    coalesce(end, ${String(open)}) AS end, value, weight(kind, mode, attribution, grade, certainty) AS weight
    FROM views.cell_rows;
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

  constructor(viewsFile: string) {
    const database = new Database(':memory:');
    database.function('weight', { deterministic: true, varargs: true }, weightOf);
    database.prepare('ATTACH ? AS views').run(viewsFile);
    database.exec(makeRows);
    database.exec('DETACH views');
    this.statement = database.prepare<[SumAsked & { perHalfLife: number }], Sum>(select);
  }

  sum(asked: SumAsked): Sum {
    return this.statement.get({ ...asked, perHalfLife: 1 / (asked.halfLifeDays * dayMilliseconds) })!;
  }
}

function weightOf(...row: unknown[]): number {
  const [kind, mode, attribution, grade, certainty] = row as [number, number, number, number, number];
  const { force, attribution: attributions, reliability } = codeBook1;
  const name = kindCodes.nameOf(kind);
  const plain = name === 'action' ? force.action[modeCodes.nameOf(mode) ?? 'material'] : force[name];
  const factors = attributions[attributionCodes.nameOf(attribution)] * reliability[gradeCodes.nameOf(grade)];
  return plain * factors * certainty;
}
