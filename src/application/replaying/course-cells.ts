import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Cell } from '../../domain/stances/cell.js';
import type { CellRow } from '../../domain/stances/cell-row.js';
import { type EffectPlace, rowsOf, withdrawalRowOf } from '../../domain/stances/effect.js';
import type { WithdrawalRow } from '../../domain/stances/withdrawal-row.js';
import { Withdrawals } from '../../domain/stances/withdrawals.js';
import { type ActHistory, Acts } from '../../ports/acts.js';
import { Catalogue } from '../../ports/catalogue.js';
import type { EvidenceAsked } from '../asking/evidence.js';
import type { CellEvidence } from '../asking/evidence-cells.js';
import { isLeft } from '../asking/evidence-lens.js';
import { type EffectSpan, EffectSpans } from './effect-spans.js';
import type { ReplayBy } from './replay-by.js';

/** Memory for cells built lately, in bytes; what is let go is built again. */
const bytesMax = 67_108_864;

/**
 * Cells whose rows begin and end at places of a replay's course, folded from the acts' own events: at each place the
 * cell is what the question's evidence comes to there.
 */
@Injectable()
export class CourseCells {
  private readonly built = new LRUCache<string, CellEvidence>({
    maxSize: bytesMax,
    sizeCalculation: ({ cell, withdrawals }) => cell.byteSize + withdrawals.byteSize,
  });

  constructor(
    private readonly acts: Acts,
    private readonly catalogue: Catalogue,
  ) {}

  of(by: ReplayBy, asked: EvidenceAsked): CellEvidence {
    const key = JSON.stringify([by, asked]);
    const known = this.built.get(key) ?? this.build(by, asked);
    this.built.set(key, known);
    return known;
  }

  private build(by: ReplayBy, asked: EvidenceAsked): CellEvidence {
    const { party, issue, sequence } = asked;
    const spans = new EffectSpans(this.catalogue, by, asked);
    const known = [...this.acts.evidence(party, issue, sequence)];
    const histories = known.filter(([first]) => first && isLeft(first, asked.lens));
    const numbers = new Map(histories.map(([first]) => [first?.act ?? '', first?.number ?? 0]));
    const placed = histories.flatMap((history) =>
      spans.of(history).flatMap((span) => (span.effect.content.party === party ? [this.placed(history, span)] : [])),
    );
    return {
      cell: Cell.of(placed.flatMap((one) => rowsOn(issue, one)).sort(inOrder)),
      withdrawals: Withdrawals.of(placed.flatMap((one) => withdrawalOf(one, numbers) ?? [])),
    };
  }

  private placed([first]: ActHistory, span: EffectSpan): PlacedSpan {
    const { speaker } = span.effect.content;
    const number = speaker === null ? 0 : (this.catalogue.numberOf('speaker', speaker) ?? 0);
    return { ...span, place: { act: first?.number ?? 0, from: span.from, speaker: number } };
  }
}

interface PlacedSpan extends EffectSpan {
  readonly place: EffectPlace;
}

function rowsOn(issue: string, { effect, place, to }: PlacedSpan): readonly CellRow[] {
  return rowsOf(effect, place).flatMap((one) => (one.issue === issue ? [{ ...one.row, to }] : []));
}

/** A withdrawal of an act that is itself left out names nothing. */
function withdrawalOf({ effect, place, to }: PlacedSpan, numbers: ReadonlyMap<string, number>): WithdrawalRow | null {
  const { kind, inResponseTo } = effect.content;
  const target = kind === 'withdrawal' && inResponseTo !== null ? numbers.get(inResponseTo) : undefined;
  return target === undefined ? null : { ...withdrawalRowOf(effect, place, target), to };
}

function inOrder(a: CellRow, b: CellRow): number {
  return a.effective - b.effective || a.act - b.act || a.from - b.from;
}
