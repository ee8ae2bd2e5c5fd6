import type { Hash } from '../domain/audit/hash.js';
import type { TreeNodes } from '../domain/audit/tree-nodes.js';
import type { LogEvent } from './event-log.js';

/** Which log it is the tree of, how far, and the root there. */
export interface ProjectedTree {
  readonly logId: string;
  readonly size: number;
  readonly root: Hash;
}

/**
 * The Merkle tree over the log, as far as this node has projected it: leaf index = sequence − 1, size = sequence. It
 * only grows; what it said of a size stays so.
 */
export abstract class LogTree implements TreeNodes {
  abstract readonly emptyRoot: Hash;
  /** Of the finished views; null when there are none. */
  abstract head(): ProjectedTree | null;
  abstract node(level: number, number: number): Hash;
  abstract join(left: Hash, right: Hash): Hash;
  /** Whether the event is the one that the tree committed to at its sequence, in every field. */
  abstract holds(event: LogEvent): boolean;
  /** What the tree commits to of an event: RFC 8785 canonical JSON. @throws RangeError for what no leaf can hold */
  abstract leafOf(event: LogEvent): string;
}
