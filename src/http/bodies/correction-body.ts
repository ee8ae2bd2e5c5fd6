import type { Cause } from '../../domain/shared/erratum.js';
import { Part } from '../fields/part.js';
import { CauseOfChange, Reason } from '../fields/reason.js';
import { ActContentBody } from './act-body.js';

/** A whole new content for an act, citations too, and why. */
export class CorrectionBody {
  @Reason()
  readonly reason!: string;

  @CauseOfChange()
  readonly cause?: Cause | null;

  @Part(() => ActContentBody, { says: 'The act as it should have been recorded, without its id.' })
  readonly act!: ActContentBody;
}
