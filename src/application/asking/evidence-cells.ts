import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Cell } from '../../domain/stances/cell.js';
import type { CellRow } from '../../domain/stances/cell-row.js';
import { Withdrawals } from '../../domain/stances/withdrawals.js';
import { type EvidenceAsked, EvidenceReader } from './evidence.js';

/** What stances of one cell are computed from. */
export interface CellEvidence {
  readonly cell: Cell;
  readonly withdrawals: Withdrawals;
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

  constructor(private readonly reader: EvidenceReader) {}

  of(asked: EvidenceAsked): CellEvidence {
    const { excludeActs, excludeSources, publishedUntil, recorders, excludeRecorders } = asked.lens;
    const evidence = { excludeActs, excludeSources, publishedUntil, recorders, excludeRecorders };
    const key = JSON.stringify([asked.party, asked.issue, asked.sequence, evidence]);
    const known = this.built.get(key) ?? this.build(asked);
    this.built.set(key, known);
    return known;
  }

  private build(asked: EvidenceAsked): CellEvidence {
    const evidence = this.reader.read(asked);
    const rows = evidence.acts.flatMap(({ number, effect }) => evidence.rowOf(number, effect) ?? []);
    return {
      cell: Cell.of(rows.sort(inOrder)),
      withdrawals: Withdrawals.of(evidence.acts.flatMap((act) => evidence.withdrawalOf(act) ?? [])),
    };
  }
}

function inOrder(a: CellRow, b: CellRow): number {
  return a.effective - b.effective || a.act - b.act;
}
