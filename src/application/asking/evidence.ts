import { Injectable } from '@nestjs/common';
import type { Act } from '../../domain/acts/act.js';
import type { CellRow } from '../../domain/stances/cell-row.js';
import { type Effect, effectOf, rowsOf, withdrawalRowOf } from '../../domain/stances/effect.js';
import type { WithdrawalRow } from '../../domain/stances/withdrawal-row.js';
import { type ActHistory, Acts } from '../../ports/acts.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import type { Lens } from './basis.js';
import { actThrough } from './evidence-lens.js';
import { inTurns } from './in-turns.js';
import { type Worth, worthAt } from './worth.js';

/** Which cell, by ids, at which K, through which lens. */
export interface EvidenceAsked {
  readonly party: string;
  readonly issue: string;
  readonly sequence: number;
  readonly lens: Lens;
}

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
    private readonly catalogue: LiveCatalogue,
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
    return new Evidence(asked, worthAt(this.catalogue, asked), speakerNumber);
  }

  private histories({ party, issue, sequence }: EvidenceAsked): Iterable<ActHistory> {
    return this.acts.evidence(party, issue, sequence);
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
    const [first] = history;
    const act = actThrough(this.asked.lens, history);
    if (!first || !act) return;
    this.numbers.set(first.act, first.number);
    const effect = effectOf(act, this.worthOf);
    if (effect?.content.party !== this.asked.party) return;
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
