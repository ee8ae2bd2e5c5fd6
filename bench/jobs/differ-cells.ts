import { ListDifferences } from '../../src/application/asking/list-differences.js';
import type { BasisAsked } from '../../src/application/asking/basis.js';
import { formatInstant } from '../../src/domain/time/instant.js';
import { catalogueSize, issueId, partyId } from '../history/catalogue.js';
import { historyEnd } from '../history/acts.js';
import { alternate, type Pairs } from '../measure/alternate.js';
import { median } from '../measure/median.js';
import { type CellsOfNode, cellsIn } from './cells-of-node.js';
import { type Sum, type SumAsked, SumsInSql } from './sums-in-sql.js';

const cells = catalogueSize.parties * catalogueSize.issues;
const monthMilliseconds = 30 * 86_400_000;

interface DifferCells {
  readonly folder: string;
  readonly rounds: number;
}

/** Cells compared per second, ours and in SQL, at two T; beside them ours at two K. */
export interface DifferedCells extends Pairs {
  readonly atTwoK: number;
  /** How many of the cells had changed, between both T and between both K. */
  readonly changed: readonly [number, number];
  readonly greatestDifference: number;
}

/** A place in time and knowledge. */
interface Moment {
  readonly validAt: number;
  readonly sequence: number;
}

/** Compares every cell at two (T, K), in turns with the same sums in SQL, after making sure that both say the same. */
export async function differCells({ folder, rounds }: DifferCells): Promise<DifferedCells> {
  const node = await cellsIn(folder);
  const { head } = node;
  const now: Moment = { validAt: historyEnd, sequence: head };
  const month: readonly [Moment, Moment] = [{ ...now, validAt: historyEnd - monthMilliseconds }, now];
  const knowledge: readonly [Moment, Moment] = [{ ...now, sequence: Math.floor(head * 0.9) }, now];
  const sql = changesInSql(new SumsInSql(node.all()), sumsAsked(node, month));
  const [byTime, byKnowledge] = [await differences(node, month), await differences(node, knowledge)];
  const greatestDifference = greatestOf(byTime, sql());
  const rate = async (measured: () => unknown): Promise<number> => {
    const begun = performance.now();
    await measured();
    return (cells / (performance.now() - begun)) * 1000;
  };
  const pairs = await alternate(
    rounds,
    () => rate(() => differences(node, month)),
    () => rate(sql),
  );
  const atTwoK: number[] = [];
  for (let round = 0; round < rounds; round++) atTwoK.push(await rate(() => differences(node, knowledge)));
  await node.close();
  return { ...pairs, atTwoK: median(atTwoK), changed: [byTime.length, byKnowledge.length], greatestDifference };
}

type Changes = readonly { readonly party: string; readonly issue: string; readonly change: number | null }[];

async function differences(node: CellsOfNode, [from, to]: readonly [Moment, Moment]): Promise<Changes> {
  const side = (moment: Moment) => ({ basis: basisOf(moment), own: new Set<string>() });
  const everything = { parties: null, issues: null };
  const { items } = await node.ask(new ListDifferences(everything, cells, { from: side(from), to: side(to) }));
  return items;
}

function basisOf({ validAt, sequence }: Moment): BasisAsked {
  const knowledge = { atSequence: sequence, knownAt: null, minSequence: null };
  return {
    ...knowledge,
    validAt: formatInstant(validAt),
    model: 'decayed-mean',
    modelVersion: 1,
    codebook: 1,
    lens: {},
  };
}

interface CellAsked {
  readonly party: string;
  readonly issue: string;
  readonly sums: readonly [SumAsked, SumAsked];
}

function sumsAsked(node: CellsOfNode, [from, to]: readonly [Moment, Moment]): readonly CellAsked[] {
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);
  return numbers(catalogueSize.parties).flatMap((party) =>
    numbers(catalogueSize.issues).map((issue) => {
      const id = { party: partyId(party), issue: issueId(issue) };
      const asked = ({ validAt, sequence }: Moment): SumAsked =>
        node.prepare({ ...id, validAt, known: sequence / node.head }).inSql;
      return { ...id, sums: [asked(from), asked(to)] };
    }),
  );
}

/** Less is rounding: sums in SQL are not the same to the bit at another T. */
const changeMin = 1e-9;

/** The cells whose score changed, the greatest change first. */
function changesInSql(sql: SumsInSql, asked: readonly CellAsked[]): () => Changes {
  return () =>
    asked
      .map(({ party, issue, sums: [from, to] }) => ({ party, issue, change: changeOf(sql.sum(from), sql.sum(to)) }))
      .filter(({ change }) => change === null || Math.abs(change) > changeMin)
      .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
}

/** null where a stance began or ended. */
function changeOf(before: Sum, after: Sum): number | null {
  if (before.score === null || after.score === null) return before.score === after.score ? 0 : null;
  return after.score - before.score;
}

/** By how much both tell the change of any cell otherwise. */
function greatestOf(ours: Changes, theirs: Changes): number {
  const [known, other] = [byCell(ours), byCell(theirs)];
  const all = new Set([...known.keys(), ...other.keys()]);
  return [...all].reduce((greatest, id) => Math.max(greatest, apart(known.get(id) ?? 0, other.get(id) ?? 0)), 0);
}

/** Where a stance began or ended, NaN; what is not told of did not change. */
function byCell(changes: Changes): ReadonlyMap<string, number> {
  return new Map(changes.map(({ party, issue, change }) => [`${party} ${issue}`, change ?? NaN]));
}

function apart(one: number, other: number): number {
  if (Number.isNaN(one) || Number.isNaN(other)) return Object.is(one, other) ? 0 : Infinity;
  return Math.abs(one - other);
}
