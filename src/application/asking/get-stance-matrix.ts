import { setImmediate as breathe } from 'node:timers/promises';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../../domain/shared/refusal.js';
import { summaryOf } from '../../domain/stances/summary-of.js';
import { Catalogue } from '../../ports/catalogue.js';
import type { BasisAsked } from './basis.js';
import { type CellId, type Question, Questions } from './questions.js';
import type { MatrixView, StanceSummaryView } from './views.js';

const cellsMax = 10_000;
/** Cells computed before others get their turn. */
const cellsAtOnce = 100;

/** Null: all that are known at K. */
export interface MatrixAsked {
  readonly parties: readonly string[] | null;
  readonly issues: readonly string[] | null;
}

export class GetStanceMatrix extends Query<MatrixView> {
  constructor(
    readonly matrix: MatrixAsked,
    readonly basis: BasisAsked,
  ) {
    super();
  }
}

@QueryHandler(GetStanceMatrix)
export class GetStanceMatrixHandler implements IQueryHandler<GetStanceMatrix> {
  constructor(
    private readonly questions: Questions,
    private readonly catalogue: Catalogue,
  ) {}

  async execute({ matrix, basis }: GetStanceMatrix): Promise<MatrixView> {
    const question = await this.questions.open(basis);
    const cells = this.cells(matrix, question.knownAt.sequence);
    const items: StanceSummaryView[] = [];
    for (const [index, cell] of cells.entries()) {
      if (index % cellsAtOnce === cellsAtOnce - 1) await breathe();
      items.push(this.summary(question, cell));
    }
    return { items, basis: this.questions.basisOf(question, question.lens.halfLifeDays ?? null) };
  }

  private summary(question: Question, id: CellId): StanceSummaryView {
    const { cell, withdrawals, lens } = this.questions.cell(question, id);
    const { status, mixed, score, band, strength } = summaryOf(cell, withdrawals, lens);
    return { party: id.party, issue: id.issue, status, mixed, score, band, strength };
  }

  /** Party by party, each with every issue. @throws Refusal `unknown-party`, `unknown-issue`, `too-large` */
  private cells({ parties, issues }: MatrixAsked, sequence: number): readonly CellId[] {
    const rows = parties ? this.known('party', parties) : this.all('party', sequence);
    const columns = issues ? this.known('issue', issues) : this.all('issue', sequence);
    if (rows.length * columns.length > cellsMax) {
      const detail =
        `${String(rows.length)} parties × ${String(columns.length)} issues are more than ${String(cellsMax)} cells; ` +
        'name some of them in `party` and `issue`, a page of them at a time.';
      throw new Refusal('too-large', detail);
    }
    return rows.flatMap((party) => columns.map((issue) => ({ party, issue })));
  }

  private known(kind: 'party' | 'issue', ids: readonly string[]): readonly string[] {
    for (const id of ids) {
      const detail = `There is no ${kind} \`${id}\`.`;
      const unknown = this.catalogue.numberOf(kind, id) === null;
      if (unknown) throw new Refusal(`unknown-${kind}`, detail, [{ pointer: `?${kind}`, detail }]);
    }
    return [...new Set(ids)];
  }

  private all(kind: 'party' | 'issue', sequence: number): readonly string[] {
    const page = { sequence, words: [], afterId: null, limit: cellsMax + 1 };
    return this.catalogue.list(kind, page).map(({ id }) => id);
  }
}
