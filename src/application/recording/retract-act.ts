import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { evolveAct } from '../../domain/acts/act.js';
import { retractAct } from '../../domain/acts/decide-act.js';
import type { Erratum } from '../../domain/shared/erratum.js';
import { sameValue } from '../../domain/shared/same-value.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';

export class RetractAct extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly erratum: Erratum,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(RetractAct)
export class RetractActHandler implements ICommandHandler<RetractAct> {
  constructor(private readonly recording: Recording) {}

  execute({ id, erratum, envelope }: RetractAct): Promise<Receipt> {
    return this.recording.change({
      kind: 'act',
      id,
      envelope,
      evolve: evolveAct,
      wrote: ({ type, data }) => type === 'ActRetracted' && sameValue(data, erratum),
      decide: (act) => retractAct(act, erratum),
    });
  }
}
