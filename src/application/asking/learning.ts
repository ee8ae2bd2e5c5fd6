import { Injectable } from '@nestjs/common';
import { Acts } from '../../ports/acts.js';
import { Catalogue } from '../../ports/catalogue.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import type { LearnedView } from './analysis-views.js';
import type { CellEvidence } from './built-cells.js';
import { EvidenceOverTime } from './evidence-over-time.js';
import { inTurns } from './in-turns.js';
import { learnedOfAct, learnedOfEntry } from './learned.js';
import type { CellId, Question } from './questions.js';
import { SourcesOverTime } from './sources-over-time.js';

const historiesAtOnce = 100;

/** The evidence on a cell at every K, and each event that may have changed what it says of one T, in log order. */
export interface Learning extends CellEvidence {
  readonly learned: readonly LearnedView[];
  /** How the time of an act was written at a sequence. */
  readonly occurredOf: (act: number, sequence: number) => string;
}

/** Reads how what is known of a cell came to be known. */
@Injectable()
export class LearningReader {
  constructor(
    private readonly acts: Acts,
    private readonly catalogue: Catalogue,
    private readonly live: LiveCatalogue,
  ) {}

  async read({ party, issue }: CellId, { lens, knownAt, validAt }: Question): Promise<Learning> {
    const { sequence } = knownAt;
    const asked = { party, issue, lens, sequence };
    const sources = new SourcesOverTime(this.catalogue, this.live, asked);
    const evidence = new EvidenceOverTime(asked, sources, (id) => this.live.numberOf('speaker', id) ?? 0);
    const learned: LearnedView[] = [];
    for await (const history of inTurns(this.acts.evidence(party, issue, sequence), historiesAtOnce)) {
      learned.push(...evidence.add(history).map(learnedOfAct));
    }
    learned.push(...sources.versions.map((version) => learnedOfEntry('source', version)));
    const turns = evidence.turnsBy(validAt);
    const entries = [...this.framings(issue, sequence), ...(lens.mandated ? this.mandates(evidence, sequence) : [])];
    const all = [...learned.filter((each) => turns.has(each.sequence)), ...entries];
    return {
      ...evidence.evidence(),
      learned: all.sort((a, b) => a.sequence - b.sequence),
      occurredOf: (act, known) => evidence.occurredOf(act, known),
    };
  }

  private framings(issue: string, sequence: number): readonly LearnedView[] {
    return this.catalogue.history('issue', issue, sequence).map((version) => learnedOfEntry('issue', version));
  }

  private mandates({ speakers }: EvidenceOverTime, sequence: number): readonly LearnedView[] {
    return [...speakers].flatMap((number) => {
      const speaker = this.catalogue.byNumber('speaker', number, sequence);
      const versions = speaker ? this.catalogue.history('speaker', speaker.id, sequence) : [];
      return versions.map((version) => learnedOfEntry('speaker', version));
    });
  }
}
