import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type Act, evolveAct } from '../../domain/acts/act.js';
import { Cell } from '../../domain/stances/cell.js';
import type { CellRow } from '../../domain/stances/cell-row.js';
import { type CountingSource, type Effect, effectOf, rowsOf, withdrawalRowOf } from '../../domain/stances/effect.js';
import type { WithdrawalRow } from '../../domain/stances/withdrawal-row.js';
import { Withdrawals } from '../../domain/stances/withdrawals.js';
import { type ActHistory, Acts } from '../../ports/acts.js';
import { Catalogue } from '../../ports/catalogue.js';
import type { Lens } from './basis.js';
import { countsThrough, passesRecorder } from './evidence-lens.js';

/** What stances of one cell are computed from. */
export interface CellEvidence {
  readonly cell: Cell;
  readonly withdrawals: Withdrawals;
}

/** Which cell, by ids, at which K, through which lens. */
export interface EvidenceAsked {
  readonly party: string;
  readonly issue: string;
  readonly sequence: number;
  readonly lens: Lens;
}

/** Cells built lately, kept for the next question on the same evidence. */
const evidenceRemembered = 8;

/**
 * Cells as they would be had some of the evidence never been recorded: the acts' own events folded again without what
 * the lens leaves out. Everything after that is the same as for any other cell.
 */
@Injectable()
export class EvidenceCells {
  private readonly built = new LRUCache<string, CellEvidence>({ max: evidenceRemembered });

  constructor(
    private readonly acts: Acts,
    private readonly catalogue: Catalogue,
  ) {}

  of(asked: EvidenceAsked): CellEvidence {
    const { excludeActs, excludeSources, publishedUntil, recorders, excludeRecorders } = asked.lens;
    const evidence = { excludeActs, excludeSources, publishedUntil, recorders, excludeRecorders };
    const key = JSON.stringify([asked.party, asked.issue, asked.sequence, evidence]);
    const known = this.built.get(key) ?? this.build(asked);
    this.built.set(key, known);
    return known;
  }

  private build({ party, issue, sequence, lens }: EvidenceAsked): CellEvidence {
    const histories = this.acts.evidence(party, issue, sequence).filter((history) => isLeft(history, lens));
    const worthOf = this.worth(lens, sequence);
    const effects = histories.flatMap((history) => effectIn(history, lens, worthOf) ?? []);
    const own = effects.filter(({ effect }) => effect.content.party === party);
    const numbers = new Map(histories.map((history) => [history[0]?.act ?? '', numberOf(history)]));
    return {
      cell: Cell.of(own.flatMap((placed) => this.rows(placed, issue)).sort(inOrder)),
      withdrawals: Withdrawals.of(own.flatMap((placed) => withdrawalOf(placed, numbers) ?? [])),
    };
  }

  private rows({ number, effect }: PlacedEffect, issue: string): readonly CellRow[] {
    const { speaker } = effect.content;
    const place = {
      act: number,
      from: 0,
      speaker: speaker === null ? 0 : (this.catalogue.numberOf('speaker', speaker) ?? 0),
    };
    return rowsOf(effect, place).flatMap((row) => (row.issue === issue ? [row.row] : []));
  }

  /** A citation counts while its source is not retracted at K, and the lens does not leave the source out. */
  private worth(lens: Lens, sequence: number): (source: string) => CountingSource | null {
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

interface PlacedEffect {
  readonly number: number;
  readonly effect: Effect;
}

function numberOf(history: ActHistory): number {
  return history[0]?.number ?? 0;
}

/** An act is left out whole when the lens names it, or leaves out the event that first recorded it. */
function isLeft(history: ActHistory, lens: Lens): boolean {
  const first = history[0];
  return first !== undefined && !lens.excludeActs?.includes(first.act) && passesRecorder(first.recorder, lens);
}

function effectIn(
  history: ActHistory,
  lens: Lens,
  worthOf: (source: string) => CountingSource | null,
): PlacedEffect | null {
  const events = history.filter(({ recorder }) => passesRecorder(recorder, lens)).map(({ event }) => event);
  const act = events.reduce<Act | null>(evolveAct, null);
  const effect = act && effectOf(act, worthOf);
  return effect && { number: numberOf(history), effect };
}

/** A withdrawal of an act that is itself left out names nothing. */
function withdrawalOf({ number, effect }: PlacedEffect, numbers: ReadonlyMap<string, number>): WithdrawalRow | null {
  const { kind, inResponseTo } = effect.content;
  const target = kind === 'withdrawal' && inResponseTo !== null ? numbers.get(inResponseTo) : undefined;
  return target === undefined ? null : withdrawalRowOf(effect, { act: number, from: 0, speaker: 0 }, target);
}

function inOrder(a: CellRow, b: CellRow): number {
  return a.effective - b.effective || a.act - b.act;
}
