import type { ActionMode, ActKind, Attribution } from '../acts/act-kind.js';
import type { Grade } from '../sources/source-content.js';

/**
 * How much an act weighs by what it is, who said it and who reports it (DESIGN section 5). Never changed once
 * released.
 */
export interface CodeBook {
  readonly version: number;
  readonly force: Readonly<Record<Exclude<ActKind, 'action'>, number>> & {
    readonly action: Readonly<Record<ActionMode, number>>;
  };
  readonly attribution: Readonly<Record<Attribution, number>>;
  readonly reliability: Readonly<Record<Grade, number>>;
}
