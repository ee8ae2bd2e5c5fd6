import { Injectable } from '@nestjs/common';
import type { CellRow } from '../../domain/stances/cell-row.js';
import type { Cell } from '../../domain/stances/cell.js';
import type { WithdrawalRow } from '../../domain/stances/withdrawal-row.js';
import { Acts } from '../../ports/acts.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import { LiveCells } from '../projecting/live-cells.js';
import { type Evidence, type EvidenceAsked, EvidenceReader } from './evidence.js';
import { changesActs } from './lens-of.js';

/** What a cell held at K, and what each of its acts cites: enough to weigh it with only some of the sources. */
export interface CitedCell {
  /** In (effective, act) order, as if all sources counted. */
  readonly rows: readonly CellRow[];
  readonly withdrawals: readonly WithdrawalRow[];
  /** The ids of the sources that an act cites, withdrawals too, by its number. */
  readonly sources: ReadonlyMap<number, readonly string[]>;
}

/**
 * Cells with what their acts cite. What acts say at K lies in rows and need not be folded again, unless the lens leaves
 * out some of what was recorded of an act.
 */
@Injectable()
export class CitedCells {
  constructor(
    private readonly acts: Acts,
    private readonly catalogue: LiveCatalogue,
    private readonly cells: LiveCells,
    private readonly reader: EvidenceReader,
  ) {}

  /** Without the acts that the lens leaves out whole. */
  of(asked: EvidenceAsked): CitedCell {
    return changesActs(asked.lens) ? citedIn(this.reader.read(asked)) : this.stored(asked);
  }

  private stored(asked: EvidenceAsked): CitedCell {
    const { party, issue, sequence } = asked;
    const key = {
      party: this.catalogue.numberOf('party', party) ?? 0,
      issue: this.catalogue.numberOf('issue', issue) ?? 0,
    };
    const gone = this.excluded(asked);
    const isLeft = ({ act }: { readonly act: number }): boolean => !gone.has(act);
    return {
      rows: rowsAt(this.cells.cell(key), sequence).filter(isLeft),
      withdrawals: this.cells.withdrawals(key.party).rowsAt(sequence).filter(isLeft),
      sources: this.sources(asked),
    };
  }

  private excluded({ lens, sequence }: EvidenceAsked): ReadonlySet<number> {
    return new Set(lens.excludeActs?.map((id) => this.acts.history(id, sequence)[0]?.number ?? 0));
  }

  private sources({ party, issue, sequence }: EvidenceAsked): CitedCell['sources'] {
    const cited = this.acts.sourcesCited(party, issue, sequence);
    const idOf = (source: number): string => this.catalogue.idOf('source', source);
    return new Map([...cited].map(([act, sources]) => [act, sources.map(idOf)]));
  }
}

function rowsAt({ columns, length }: Cell, sequence: number): readonly CellRow[] {
  const rows: CellRow[] = [];
  for (let row = 0; row < length; row++) if (columns.isVisible(row, sequence)) rows.push(columns.read(row));
  return rows;
}

function citedIn(evidence: Evidence): CitedCell {
  const { acts } = evidence;
  return {
    rows: acts.flatMap(({ number, effect }) => evidence.rowOf(number, effect) ?? []).sort(inOrder),
    withdrawals: acts.flatMap((act) => evidence.withdrawalOf(act) ?? []),
    sources: new Map(acts.map(({ number, act }) => [number, act.content.citations.map(({ source }) => source)])),
  };
}

function inOrder(a: CellRow, b: CellRow): number {
  return a.effective - b.effective || a.act - b.act;
}
