import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/shared/refusal.js';
import type { StanceQuestion } from '../../domain/stances/stance-question.js';
import type { StanceSummary } from '../../domain/stances/stance.js';
import { summaryOf } from '../../domain/stances/summary-of.js';
import { Catalogue } from '../../ports/catalogue.js';
import type { CellEvidence } from './built-cells.js';
import { Turn } from './in-turns.js';
import { leavesOutEvidence } from './lens-of.js';
import { type Question, Questions } from './questions.js';
import { unknownEntry } from './unknown-entry.js';

const cellsMax = 10_000;

/** Null: all that are known at K. */
export interface MatrixAsked {
  readonly parties: readonly string[] | null;
  readonly issues: readonly string[] | null;
}

/** Whose stances, on what: each id once, in the order asked or by id. */
export interface MatrixAxes {
  readonly parties: readonly string[];
  readonly issues: readonly string[];
}

/** Takes the stance in a cell, by the places of its party and its issue. */
export type TakeStance = (stance: StanceSummary, party: number, issue: number) => void;

/** Steps so small that looking at the clock after each would be felt. */
const smallSteps = 16;

/** Stances of many parties on many issues at one (T, K). */
@Injectable()
export class StanceMatrices {
  constructor(
    private readonly questions: Questions,
    private readonly catalogue: Catalogue,
  ) {}

  /**
   * `parameter` is what the client names parties in, where it may.
   * @throws Refusal `unknown-party`, `unknown-issue`; `too-large` for more than 10,000 cells
   */
  axes({ parties, issues }: MatrixAsked, sequence: number, parameter: 'party' | 'parties' | null): MatrixAxes {
    const rows = parties ? this.known('party', parties, parameter ?? 'party') : this.all('party', sequence);
    const columns = issues ? this.known('issue', issues, 'issue') : this.all('issue', sequence);
    if (rows.length * columns.length <= cellsMax) return { parties: rows, issues: columns };
    const detail =
      `${String(rows.length)} parties × ${String(columns.length)} issues are more than ${String(cellsMax)} cells; ` +
      `name some of them in ${parameter === null ? '' : `\`${parameter}\` and `}\`issue\`, a page of them at a time.`;
    throw new Refusal('too-large', detail, [], { cellsMax });
  }

  /** For each party its stance on each issue. */
  async rows(question: Question, axes: MatrixAxes): Promise<readonly (readonly StanceSummary[])[]> {
    const rows: StanceSummary[][] = axes.parties.map(() => []);
    await this.each(question, axes, (stance, party) => rows[party]?.push(stance));
    return rows;
  }

  /** Party by party on each issue: whoever makes something else of stances need not keep them all. */
  async each(question: Question, { parties, issues }: MatrixAxes, take: TakeStance): Promise<void> {
    const lensesOf = this.questions.lensesOn(question, issues);
    const evidenceOf = this.questions.evidenceOn(question, issues);
    const turn = new Turn(leavesOutEvidence(question.lens) ? 1 : smallSteps);
    for (const [place, party] of parties.entries()) {
      const row = { lenses: lensesOf(party), evidence: evidenceOf(party), turn };
      await takeRow(row, (stance, issue) => take(stance, place, issue));
    }
  }

  private known(kind: 'party' | 'issue', ids: readonly string[], parameter: string): readonly string[] {
    for (const id of ids) {
      if (this.catalogue.numberOf(kind, id) === null) throw unknownEntry(kind, id, `?${parameter}`);
    }
    return [...new Set(ids)];
  }

  private all(kind: 'party' | 'issue', sequence: number): readonly string[] {
    return this.catalogue.ids(kind, sequence, cellsMax + 1);
  }
}

/** What the stances of one party are made of. */
interface Row {
  readonly lenses: readonly StanceQuestion[];
  readonly evidence: (issue: number) => CellEvidence;
  readonly turn: Turn;
}

async function takeRow(
  { lenses, evidence, turn }: Row,
  take: (stance: StanceSummary, issue: number) => void,
): Promise<void> {
  for (const [issue, lens] of lenses.entries()) {
    const { cell, withdrawals } = evidence(issue);
    take(summaryOf(cell, withdrawals, lens), issue);
    if (turn.isOver()) await turn.next();
  }
}
