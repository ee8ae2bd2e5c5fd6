import { Injectable } from '@nestjs/common';
import { Catalogue } from '../../ports/catalogue.js';
import { Chronicle } from '../../ports/chronicle.js';
import { ActLabels } from '../asking/act-labels.js';
import { Questions } from '../asking/questions.js';
import { StanceMatrices } from '../asking/stance-matrices.js';
import { CourseCells } from './course-cells.js';

/** What replays are made with. */
@Injectable()
export class Replays {
  constructor(
    readonly questions: Questions,
    readonly matrices: StanceMatrices,
    readonly catalogue: Catalogue,
    readonly chronicle: Chronicle,
    readonly labels: ActLabels,
    readonly cells: CourseCells,
  ) {}
}
