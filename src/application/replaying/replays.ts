import { Injectable } from '@nestjs/common';
import { Acts } from '../../ports/acts.js';
import { Catalogue } from '../../ports/catalogue.js';
import { Chronicle } from '../../ports/chronicle.js';
import { ActLabels } from '../asking/act-labels.js';
import type { CellEvidence } from '../asking/built-cells.js';
import { leavesOutEvidence } from '../asking/lens-of.js';
import { type CellId, Questions } from '../asking/questions.js';
import { StanceMatrices } from '../asking/stance-matrices.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import { CourseCells } from './course-cells.js';
import { FoldedPlaces } from './folded-places.js';
import { Publications } from './publications.js';
import type { ReplayPlan } from './replay-plan.js';

/** What replays are made with. */
@Injectable()
export class Replays {
  constructor(
    readonly questions: Questions,
    readonly matrices: StanceMatrices,
    readonly catalogue: Catalogue,
    readonly live: LiveCatalogue,
    readonly chronicle: Chronicle,
    readonly labels: ActLabels,
    readonly acts: Acts,
    readonly publications: Publications,
    readonly folded: FoldedPlaces,
    private readonly cells: CourseCells,
  ) {}

  /** What is asked along the course in one cell. */
  evidence({ by, question }: Pick<ReplayPlan, 'by' | 'question'>, id: CellId): CellEvidence {
    const { lens, knownAt } = question;
    const asked = { ...id, sequence: knownAt.sequence, lens };
    if (by === 'published') return this.cells.alongPublication(asked);
    if (by === 'known' && leavesOutEvidence(lens)) return this.cells.alongKnowledge(asked);
    return this.questions.evidenceOf(question, id);
  }
}
