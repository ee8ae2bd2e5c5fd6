import { GetStanceMatrix } from '../../src/application/asking/get-stance-matrix.js';
import { formatInstant } from '../../src/domain/time/instant.js';
import { catalogueSize, issueId, partyId } from '../history/catalogue.js';
import { historyEnd } from '../history/acts.js';
import { alternate, type Pairs } from '../measure/alternate.js';
import { type CellsOfNode, cellsIn } from './cells-of-node.js';
import { type MatrixSum, SumsInDuckDb } from './sums-in-duckdb.js';
import { storedSums } from './sums-in-sql.js';

const dayMilliseconds = 86_400_000;
const cells = catalogueSize.parties * catalogueSize.issues;

interface Matrices {
  readonly folder: string;
  readonly rounds: number;
}

/** Cells answered per second, by us and by DuckDB. */
export interface MeasuredMatrices extends Pairs {
  /** How many cells both tell the same of, and by how much the scores of any differ. */
  readonly same: number;
  readonly greatestDifference: number;
}

/** Every party's stance on every issue at the end of the history, in turns with DuckDB, once both say the same. */
export async function matrices({ folder, rounds }: Matrices): Promise<MeasuredMatrices> {
  const node = await cellsIn(folder);
  const halfLives = halfLivesIn(node);
  const duckDb = await SumsInDuckDb.of(storedSums(node.all()), (issue) => halfLives.get(issue) ?? 0);
  const everything = { parties: null, issues: null };
  const basis = { ...knowledge(node), ...{ model: 'decayed-mean', modelVersion: 1, codebook: 1, lens: {} } };
  const ours = async () => (await node.ask(new GetStanceMatrix(everything, basis))).items;
  const theirs = () => duckDb.matrix(historyEnd, node.head);
  const agreement = compare(await ours(), await theirs(), numbersIn(node));
  const rate = (ask: () => Promise<unknown>) => async (): Promise<number> => {
    const begun = performance.now();
    await ask();
    return (cells / (performance.now() - begun)) * 1000;
  };
  const pairs = await alternate(rounds, rate(ours), rate(theirs));
  await node.close();
  return { ...pairs, ...agreement };
}

function knowledge({ head }: CellsOfNode) {
  return { validAt: formatInstant(historyEnd), atSequence: head, knownAt: null, minSequence: null };
}

/** What a cell is called in rows, by the ids of its party and issue. */
function numbersIn(node: CellsOfNode): ReadonlyMap<string, string> {
  const ids = counted(catalogueSize.parties).flatMap((party) =>
    counted(catalogueSize.issues).map((issue) => ({ party: partyId(party), issue: issueId(issue) })),
  );
  return new Map(
    ids.map((id) => {
      const { inSql } = node.prepare({ ...id, validAt: historyEnd, known: 1 });
      return [`${id.party} ${id.issue}`, `${String(inSql.party)} ${String(inSql.issue)}`];
    }),
  );
}

function halfLivesIn(node: CellsOfNode): ReadonlyMap<number, number> {
  return new Map(
    counted(catalogueSize.issues).map((issue) => {
      const { inSql } = node.prepare({ party: partyId(0), issue: issueId(issue), validAt: historyEnd, known: 1 });
      return [inSql.issue, inSql.halfLifeDays * dayMilliseconds];
    }),
  );
}

interface Stance {
  readonly party: string;
  readonly issue: string;
  readonly score: number | null;
}

function compare(ours: readonly Stance[], theirs: readonly MatrixSum[], numbers: ReadonlyMap<string, string>) {
  const scores = new Map(theirs.map(({ party, issue, score }) => [`${String(party)} ${String(issue)}`, score]));
  let [same, greatestDifference] = [0, 0];
  for (const { party, issue, score } of ours) {
    const difference = apart(score, scores.get(numbers.get(`${party} ${issue}`) ?? '') ?? null);
    if (difference < 1e-9) same += 1;
    greatestDifference = Math.max(greatestDifference, difference);
  }
  return { same, greatestDifference };
}

/** Infinity where only one of them is a score. */
function apart(one: number | null, other: number | null): number {
  if (one === null || other === null) return one === other ? 0 : Infinity;
  return Math.abs(one - other);
}

function counted(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number);
}
