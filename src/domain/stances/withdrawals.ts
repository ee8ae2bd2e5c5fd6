import type { Instant } from '../time/instant.js';
import type { WithdrawalRow } from './withdrawal-row.js';

export declare class Withdrawals {
  static of(rows: Iterable<WithdrawalRow>): Withdrawals;
  get byteSize(): number;
  open(row: WithdrawalRow): void;
  close(act: number, sequence: number): void;
  standingOf(act: number, validAt: Instant, sequence: number): number;
}
