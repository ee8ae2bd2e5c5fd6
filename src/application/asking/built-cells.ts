import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Cell } from '../../domain/stances/cell.js';
import type { Withdrawals } from '../../domain/stances/withdrawals.js';
import type { EvidenceAsked } from './evidence.js';

/** What stances of one cell are computed from. */
export interface CellEvidence {
  readonly cell: Cell;
  readonly withdrawals: Withdrawals;
}

/** Memory for cells built lately, in bytes; what is let go is built again. */
const bytesMax = 67_108_864;

/** Cells that were built for a question, kept for the next one on the same evidence. */
@Injectable()
export class BuiltCells {
  private readonly built = new LRUCache<string, CellEvidence>({
    maxSize: bytesMax,
    sizeCalculation: ({ cell, withdrawals }) => cell.byteSize + withdrawals.byteSize,
  });

  /** `manner` tells apart what is built of the same evidence in different ways. */
  of(manner: string, asked: EvidenceAsked, build: () => CellEvidence): CellEvidence {
    const { excludeActs, excludeSources, publishedUntil, recorders, excludeRecorders } = asked.lens;
    const evidence = { excludeActs, excludeSources, publishedUntil, recorders, excludeRecorders };
    const key = JSON.stringify([manner, asked.party, asked.issue, asked.sequence, evidence]);
    const known = this.built.get(key) ?? build();
    this.built.set(key, known); // cells grow while they are asked
    return known;
  }
}
