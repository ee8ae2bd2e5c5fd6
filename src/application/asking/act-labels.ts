import { Injectable } from '@nestjs/common';
import { Acts } from '../../ports/acts.js';
import type { ActLabel } from '../../ports/cells.js';
import { LiveCells } from '../projecting/live-cells.js';
import type { Lens } from './basis.js';
import { actThrough } from './evidence-lens.js';

/** How readers know an act through a lens at K, which may hide a correction of when it occurred. */
@Injectable()
export class ActLabels {
  constructor(
    private readonly cells: LiveCells,
    private readonly acts: Acts,
  ) {}

  /** The act with this number, which the lens leaves in. */
  label(act: number, sequence: number, lens: Lens): Pick<ActLabel, 'id' | 'occurred'> {
    const known = this.cells.label(act, sequence);
    if (!hidesEvents(lens)) return known;
    const seen = actThrough(lens, this.acts.byNumber(act, sequence));
    return { id: known.id, occurred: seen?.content.occurred ?? known.occurred };
  }
}

/** Whether the lens may leave out some events of an act, and not the whole of it. */
function hidesEvents({ recorders, excludeRecorders }: Lens): boolean {
  return (recorders ?? excludeRecorders) !== undefined;
}
