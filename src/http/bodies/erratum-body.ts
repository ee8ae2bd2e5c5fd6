import type { Cause, Erratum } from '../../domain/shared/erratum.js';
import { CauseOfChange, Reason } from '../fields/reason.js';
import { given } from './given.js';

/** Why something is retracted, reinstated or erased. */
export class ErratumBody {
  @Reason()
  readonly reason!: string;

  @CauseOfChange()
  readonly cause?: Cause | null;
}

export function erratumOf({ reason, cause }: Pick<ErratumBody, keyof ErratumBody>): Erratum {
  return { reason, cause: given(cause) };
}
