import { Injectable } from '@nestjs/common';
import type { Citation } from '../../domain/acts/act-content.js';
import { streamOf } from '../../domain/shared/stream.js';
import { Acts } from '../../ports/acts.js';
import { ActViews } from '../asking/act-view.js';
import type { Lens } from '../asking/basis.js';
import { actThrough, passesRecorder } from '../asking/evidence-lens.js';
import { LogEvents } from './log-events.js';
import type { TracedVersionView } from './views.js';

/** An act as a trace tells it: its quotes as the lens sees it, and everything that was ever recorded of it. */
export interface TracedAct {
  readonly citations: readonly Citation[];
  readonly versions: readonly TracedVersionView[];
}

/** Acts with the events that made them. */
@Injectable()
export class TracedActs {
  constructor(
    private readonly acts: Acts,
    private readonly views: ActViews,
    private readonly events: LogEvents,
  ) {}

  /** The act with this number, up to K. @throws LogAway */
  async at(number: number, sequence: number, lens: Lens): Promise<TracedAct> {
    const history = this.acts.byNumber(number, sequence);
    const act = actThrough(lens, history);
    const logged = await this.events.of(streamOf('act', history[0]?.act ?? ''), history);
    const versions = this.views.versions(history).flatMap((version, index) => {
      const log = logged[index];
      return log ? [{ ...version, seen: passesRecorder(version.recorder, lens), log }] : [];
    });
    return { citations: act?.content.citations ?? [], versions };
  }
}
