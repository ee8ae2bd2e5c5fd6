import { Injectable } from '@nestjs/common';
import { Cell } from '../../domain/stances/cell.js';
import { weighedRow } from '../../domain/stances/weighed-row.js';
import { Withdrawals } from '../../domain/stances/withdrawals.js';
import { Acts } from '../../ports/acts.js';
import { Catalogue } from '../../ports/catalogue.js';
import { BuiltCells, type CellEvidence } from '../asking/built-cells.js';
import { CitedCells } from '../asking/cited-cells.js';
import type { EvidenceAsked } from '../asking/evidence.js';
import { EvidenceOverTime } from '../asking/evidence-over-time.js';
import { SourcesOverTime } from '../asking/sources-over-time.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import { PublishedWeights } from './published-weights.js';

/** Cells whose rows begin and end at places of a replay's course: at each, what its evidence comes to there. */
@Injectable()
export class CourseCells {
  constructor(
    private readonly built: BuiltCells,
    private readonly cited: CitedCells,
    private readonly acts: Acts,
    private readonly catalogue: LiveCatalogue,
    private readonly stored: Catalogue,
  ) {}

  /** By the instants at which sources were published, of what is known at K. */
  alongPublication(asked: EvidenceAsked): CellEvidence {
    return this.built.of('published', asked, () => this.published(asked));
  }

  /** By sequences, through a lens of evidence. */
  alongKnowledge(asked: EvidenceAsked): CellEvidence {
    return this.built.of('known', asked, () => this.known(asked));
  }

  private published(asked: EvidenceAsked): CellEvidence {
    const { rows, withdrawals, sources } = this.cited.of(asked);
    const weights = new PublishedWeights(this.catalogue, asked);
    const of = (act: number) => weights.of(sources.get(act) ?? []);
    const weighed = rows.flatMap((row) => of(row.act).map((span) => weighedRow(row, span, span)));
    const acting = withdrawals.flatMap((row) => of(row.act).map(({ from, to }) => ({ ...row, from, to })));
    return { cell: Cell.of(weighed, weighed.length), withdrawals: Withdrawals.of(acting) };
  }

  private known(asked: EvidenceAsked): CellEvidence {
    const sources = new SourcesOverTime(this.stored, this.catalogue, asked);
    const evidence = new EvidenceOverTime(asked, sources, (id) => this.catalogue.numberOf('speaker', id) ?? 0);
    for (const history of this.acts.evidence(asked.party, asked.issue, asked.sequence)) evidence.add(history);
    return evidence.evidence();
  }
}
