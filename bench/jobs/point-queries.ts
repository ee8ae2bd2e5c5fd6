import { summaryOf } from '../../src/domain/stances/summary-of.js';
import { stanceOf } from '../../src/domain/stances/stance-of.js';
import { alternate, type Pairs } from '../measure/alternate.js';
import { median } from '../measure/median.js';
import { processorWatch } from '../measure/processor-watch.js';
import { cellsIn, type PreparedQuestion } from './cells-of-node.js';
import { type Draw, firstOf, questions } from './questions.js';
import { SumsInSql } from './sums-in-sql.js';

interface PointQueries {
  readonly folder: string;
  readonly seed: number;
  readonly draw: Draw;
  readonly count: number;
  readonly rounds: number;
}

/** Queries per second of the processor, ours and in SQL; beside them what parts of ours reach alone. */
export interface PointQueried extends Pairs {
  readonly scan: number;
  readonly stance: number;
  readonly rowsPerQuery: number;
  readonly greatestDifference: number;
}

/** Asks the same questions of cells in memory and of SQL, in turns, after making sure that both say the same. */
export async function pointQueries({ folder, seed, draw, count, rounds }: PointQueries): Promise<PointQueried> {
  const node = await cellsIn(folder);
  const sql = new SumsInSql(node.all());
  const asked = firstOf(count, questions(seed, draw)).map((question) => node.prepare(question));
  const greatestDifference = Math.max(...asked.map((question) => difference(question, sql)));
  if (greatestDifference > 1e-9) throw new Error(`the answers differ by ${String(greatestDifference)}`);
  const rate = (answer: (question: PreparedQuestion) => unknown) => () => ratePerSecond(asked, answer);
  const ours = rate((question) => question.ask());
  const theirs = rate(({ inSql }) => sql.sum(inSql));
  ours(); // once without being counted, as long as code is still being compiled
  const pairs = await alternate(rounds, ours, theirs);
  const scan = rate(({ cell, withdrawals, question }) => summaryOf(cell, withdrawals, question));
  const stance = rate(({ cell, withdrawals, question }) => stanceOf(cell, withdrawals, question));
  const best = (measure: () => number): number => median(Array.from({ length: rounds }, measure));
  const rowsPerQuery = asked.reduce((sum, { cell }) => sum + cell.length, 0) / count;
  await node.close();
  return { ...pairs, scan: best(scan), stance: best(stance), rowsPerQuery, greatestDifference };
}

function difference(question: PreparedQuestion, sql: SumsInSql): number {
  const ours = question.ask();
  const theirs = sql.sum(question.inSql);
  if (ours.score === null || theirs.score === null) return ours.score === theirs.score ? 0 : Infinity;
  const strengths = Math.abs(ours.strength - theirs.strength) / Math.max(1, theirs.strength);
  return Math.max(Math.abs(ours.score - theirs.score), strengths);
}

function ratePerSecond(asked: readonly PreparedQuestion[], answer: (question: PreparedQuestion) => unknown): number {
  const processorSeconds = processorWatch();
  for (const question of asked) answer(question);
  return asked.length / processorSeconds();
}
