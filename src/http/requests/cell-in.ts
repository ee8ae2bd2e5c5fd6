import type { CellId } from '../../application/asking/questions.js';
import { pathId } from './path-id.js';

/** The cell that a path names. @throws Refusal `not-found` where one of them is no id */
export function cellIn(party: string, issue: string): CellId {
  return { party: pathId('party', party), issue: pathId('issue', issue) };
}
