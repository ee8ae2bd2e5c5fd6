import { Injectable } from '@nestjs/common';
import type { ActClaim } from '../../domain/acts/act-content.js';
import { actsAlike } from '../../domain/stances/acts-alike.js';
import { parseTime } from '../../domain/time/time.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import { LiveCells } from '../projecting/live-cells.js';

/** Acts told as similar, at most: the newest. */
const similarMax = 20;

/** Finds the same deed coded before, so that a leak is not coded six times. */
@Injectable()
export class SimilarActs {
  constructor(
    private readonly catalogue: LiveCatalogue,
    private readonly cells: LiveCells,
  ) {}

  /** Acts of the same party and kind on a shared issue at overlapping dates, recorded before this sequence. */
  to({ party, kind, leanings, occurred }: ActClaim, before = Infinity): readonly string[] {
    const number = this.catalogue.numberOf('party', party);
    if (number === null) return [];
    const coding = { kind, before, ...parseTime(occurred, '/occurred') };
    const alike = leanings.flatMap(({ issue }) => {
      const cell = this.catalogue.numberOf('issue', issue);
      return cell === null ? [] : actsAlike(this.cells.cell({ party: number, issue: cell }), coding);
    });
    return [...new Set(alike)].slice(-similarMax).map((act) => this.cells.label(act, Number.MAX_SAFE_INTEGER).id);
  }
}
