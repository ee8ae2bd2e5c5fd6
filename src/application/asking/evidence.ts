import { Injectable } from '@nestjs/common';
import { type Act, evolveAct } from '../../domain/acts/act.js';
import type { CellRow } from '../../domain/stances/cell-row.js';
import { type CountingSource, type Effect, effectOf, rowsOf, withdrawalRowOf } from '../../domain/stances/effect.js';
import type { WithdrawalRow } from '../../domain/stances/withdrawal-row.js';
import { type ActHistory, Acts } from '../../ports/acts.js';
import { Catalogue } from '../../ports/catalogue.js';
import type { Lens } from './basis.js';
import { countsThrough, isLeft, passesRecorder } from './evidence-lens.js';
import { inTurns } from './in-turns.js';

/** Which cell, by ids, at which K, through which lens. */
export interface EvidenceAsked {
  readonly party: string;
  readonly issue: string;
  readonly sequence: number;
  readonly lens: Lens;
}

/** What a source is worth to a citation of it; null when it does not count. */
export type Worth = (source: string) => CountingSource | null;

/** An act of the party that has effect. */
export interface EvidenceAct {
  readonly number: number;
  readonly id: string;
  /** Who recorded it first. */
  readonly recorder: string;
  readonly act: Act;
  readonly effect: Effect;
}

const historiesAtOnce = 100;

/** Reads what was recorded on a cell by K, as if what the lens leaves out had never been. */
@Injectable()
export class EvidenceReader {
  constructor(
    private readonly acts: Acts,
    private readonly catalogue: Catalogue,
  ) {}

  read(asked: EvidenceAsked): Evidence {
    const evidence = this.begin(asked);
    for (const history of this.histories(asked)) evidence.add(history);
    return evidence;
  }

  /** The same, letting others have their turn. */
  async readInTurns(asked: EvidenceAsked): Promise<Evidence> {
    const evidence = this.begin(asked);
    for await (const history of inTurns(this.histories(asked), historiesAtOnce)) evidence.add(history);
    return evidence;
  }

  private begin(asked: EvidenceAsked): Evidence {
    const speakerNumber = (id: string): number => this.catalogue.numberOf('speaker', id) ?? 0;
    return new Evidence(asked, this.worth(asked), speakerNumber);
  }

  private histories({ party, issue, sequence }: EvidenceAsked): Iterable<ActHistory> {
    return this.acts.evidence(party, issue, sequence);
  }

  /** A citation counts while its source is not retracted at K, and the lens does not leave the source out. */
  private worth({ lens, sequence }: EvidenceAsked): Worth {
    const counts = countsThrough(lens);
    const known = new Map<string, CountingSource | null>();
    const read = (id: string): CountingSource | null => {
      const source = this.catalogue.at('source', id, sequence)?.state;
      if (!source || !counts(id, source)) return null;
      return { grade: source.content.reliability, text: this.catalogue.textNumberOf(source.sha256) ?? 0 };
    };
    return (id) => {
      const worth = known.has(id) ? (known.get(id) ?? null) : read(id);
      known.set(id, worth);
      return worth;
    };
  }
}

/** What a lens leaves of the record on one cell at K: the party's acts that have effect, and what each cites. */
export class Evidence {
  readonly acts: EvidenceAct[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly asked: EvidenceAsked,
    readonly worthOf: Worth,
    private readonly speakerNumber: (id: string) => number,
  ) {}

  add(history: ActHistory): void {
    const { lens, party } = this.asked;
    const [first] = history;
    if (!first || !isLeft(first, lens)) return;
    this.numbers.set(first.act, first.number);
    const events = history.filter(({ recorder }) => passesRecorder(recorder, lens)).map(({ event }) => event);
    const act = events.reduce<Act | null>(evolveAct, null);
    const effect = act && effectOf(act, this.worthOf);
    if (!act || effect?.content.party !== party) return;
    this.acts.push({ number: first.number, id: first.act, recorder: first.recorder, act, effect });
  }

  /** The act's row on this issue, from this sequence on, if it leans on it. */
  rowOf(number: number, effect: Effect, from = 0): CellRow | null {
    const { speaker } = effect.content;
    const place = { act: number, from, speaker: speaker === null ? 0 : this.speakerNumber(speaker) };
    return rowsOf(effect, place).find(({ issue }) => issue === this.asked.issue)?.row ?? null;
  }

  /** A withdrawal of an act that is itself left out names nothing. */
  withdrawalOf({ number, effect }: Pick<EvidenceAct, 'number' | 'effect'>): WithdrawalRow | null {
    const { kind, inResponseTo } = effect.content;
    const target = kind === 'withdrawal' && inResponseTo !== null ? this.numbers.get(inResponseTo) : undefined;
    return target === undefined ? null : withdrawalRowOf(effect, { act: number, from: 0, speaker: 0 }, target);
  }
}
