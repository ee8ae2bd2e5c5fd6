import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ActClaim } from '../../domain/acts/act-content.js';
import { evolveAct } from '../../domain/acts/act.js';
import { correctAct, isContentOf } from '../../domain/acts/decide-act.js';
import type { ActEvent } from '../../domain/shared/domain-event.js';
import type { Erratum } from '../../domain/shared/erratum.js';
import { sameValue } from '../../domain/shared/same-value.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';
import { References } from './references.js';

export interface Correction extends Erratum {
  readonly claim: ActClaim;
}

export class CorrectAct extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly correction: Correction,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(CorrectAct)
export class CorrectActHandler implements ICommandHandler<CorrectAct> {
  constructor(
    private readonly recording: Recording,
    private readonly references: References,
  ) {}

  execute({ id, correction, envelope }: CorrectAct): Promise<Receipt> {
    return this.recording.change({
      kind: 'act',
      id,
      envelope,
      evolve: evolveAct,
      wrote: (event) => isCorrection(event, correction),
      decide: async (act) => correctAct(act, correction, await this.references.of(correction.claim, id)),
    });
  }
}

function isCorrection(event: ActEvent, { claim, reason, cause }: Correction): boolean {
  if (event.type !== 'ActCorrected') return false;
  const { content, ...erratum } = event.data;
  return sameValue(erratum, { reason, cause }) && isContentOf(content, claim);
}
