import { Injectable } from '@nestjs/common';
import { Cell } from '../../domain/stances/cell.js';
import { weighedRow } from '../../domain/stances/weighed-row.js';
import { Withdrawals } from '../../domain/stances/withdrawals.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import { BuiltCells, type CellEvidence } from './built-cells.js';
import { CitedCells } from './cited-cells.js';
import type { EvidenceAsked } from './evidence.js';
import { weightOf, worthAt } from './worth.js';

const always = { from: 0, to: Infinity } as const;

/**
 * Cells as they would be had some of the evidence never been recorded: their acts weighed again without what the lens
 * leaves out. Everything after that is the same as for any other cell.
 */
@Injectable()
export class EvidenceCells {
  constructor(
    private readonly built: BuiltCells,
    private readonly cited: CitedCells,
    private readonly catalogue: LiveCatalogue,
  ) {}

  of(asked: EvidenceAsked): CellEvidence {
    return this.built.of('evidence', asked, () => this.build(asked));
  }

  private build(asked: EvidenceAsked): CellEvidence {
    const { rows, withdrawals, sources } = this.cited.of(asked);
    const worthOf = worthAt(this.catalogue, asked);
    const weigh = (act: number) => weightOf(sources.get(act) ?? [], worthOf);
    const weighed = rows.flatMap((row) => {
      const weight = weigh(row.act);
      return weight ? [weighedRow(row, weight, always)] : [];
    });
    const acting = withdrawals.filter(({ act }) => weigh(act) !== null).map((row) => ({ ...row, ...always }));
    return { cell: Cell.of(weighed, weighed.length), withdrawals: Withdrawals.of(acting) };
  }
}
