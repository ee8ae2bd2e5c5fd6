import type { CellRow } from '../../../src/domain/stances/cell-row.js';
import { Cell } from '../../../src/domain/stances/cell.js';
import { codeBook1 } from '../../../src/domain/stances/code-book-1.js';
import { decayedMean1 } from '../../../src/domain/stances/models/decayed-mean.js';
import { everyAct } from '../../../src/domain/stances/selection.js';
import type { Lens, StanceQuestion, TimelineQuestion } from '../../../src/domain/stances/stance-question.js';
import type { WithdrawalRow } from '../../../src/domain/stances/withdrawal-row.js';
import { Withdrawals } from '../../../src/domain/stances/withdrawals.js';

export const day = 86_400_000;

/** Midnight UTC of a date. */
export function at(date: string): number {
  return Date.parse(`${date}T00:00:00.000Z`);
}

/** An act that lasts, of weight 1 under code book 1: a certain statement, on record, in an A source. */
export function act(number: number, effective: number, changes: Partial<CellRow> = {}): CellRow {
  return {
    act: number,
    from: number,
    to: Infinity,
    start: effective,
    effective,
    end: Infinity,
    value: 0.5,
    kind: 'statement',
    mode: null,
    attribution: 'on-record',
    grade: 'A',
    certainty: 1,
    speaker: 0,
    text: number,
    ...changes,
  };
}

/** A certain withdrawal for good. */
export function withdrawal(
  number: number,
  target: number,
  effective: number,
  changes: Partial<WithdrawalRow> = {},
): WithdrawalRow {
  return { target, act: number, from: number, to: Infinity, effective, end: Infinity, certainty: 1, ...changes };
}

export const bands = [
  { label: 'pressure', from: -1, to: -0.2 },
  { label: 'mediation', from: -0.2, to: 0.2 },
  { label: 'concessions', from: 0.2, to: 1 },
];

const lens: Lens = {
  sequence: 1000,
  model: decayedMean1,
  codeBook: codeBook1,
  halfLifeDays: 90,
  bands,
  selection: everyAct,
};

export function question(validAt: number, changes: Partial<StanceQuestion> = {}): StanceQuestion {
  return { ...lens, validAt, ...changes };
}

export function period(from: number | null, to: number | null, changes: Partial<Lens> = {}): TimelineQuestion {
  return { ...lens, from, to, ...changes };
}

export const nothingWithdrawn = new Withdrawals();

export function cellOf(...rows: readonly CellRow[]): Cell {
  return Cell.of(rows);
}

export function withdrawn(...rows: readonly WithdrawalRow[]): Withdrawals {
  return Withdrawals.of(rows);
}
