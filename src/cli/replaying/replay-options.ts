import type { ReplayBy } from '../../application/replaying/replay-by.js';
import type { EndOption } from '../asking/end-option.js';

export interface ReplayOptions extends EndOption {
  readonly by?: ReplayBy;
  readonly from?: string;
  readonly party?: string;
  readonly issue?: string;
  readonly after?: string;
  /** Infinity for as fast as possible. */
  readonly speed?: number;
  readonly json?: true;
  readonly plain?: true;
}
