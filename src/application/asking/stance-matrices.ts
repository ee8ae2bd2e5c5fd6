import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/shared/refusal.js';
import type { StanceSummary } from '../../domain/stances/stance.js';
import type { StanceQuestion } from '../../domain/stances/stance-question.js';
import { summaryOf } from '../../domain/stances/summary-of.js';
import { Catalogue } from '../../ports/catalogue.js';
import { Turn } from './in-turns.js';
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

/** What a row is made by, the same for all or most of them. */
interface Row {
  readonly issues: readonly string[];
  readonly lenses: readonly StanceQuestion[];
  readonly turn: Turn;
}

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
  async rows(question: Question, { parties, issues }: MatrixAxes): Promise<readonly (readonly StanceSummary[])[]> {
    const lensesOf = this.questions.lensesOn(question, issues);
    const turn = new Turn();
    const rows: (readonly StanceSummary[])[] = [];
    for (const party of parties) rows.push(await this.row(question, party, { issues, lenses: lensesOf(party), turn }));
    return rows;
  }

  private async row(question: Question, party: string, { issues, lenses, turn }: Row): Promise<StanceSummary[]> {
    const row: StanceSummary[] = [];
    for (const lens of lenses) {
      const { cell, withdrawals } = this.questions.evidenceOf(question, { party, issue: issues[row.length] ?? '' });
      row.push(summaryOf(cell, withdrawals, lens));
      if (turn.isOver()) await turn.next();
    }
    return row;
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
