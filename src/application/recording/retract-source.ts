import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Erratum } from '../../domain/shared/erratum.js';
import { sameValue } from '../../domain/shared/same-value.js';
import { evolveSource, retractSource } from '../../domain/sources/source.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';

export class RetractSource extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly erratum: Erratum,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(RetractSource)
export class RetractSourceHandler implements ICommandHandler<RetractSource> {
  constructor(private readonly recording: Recording) {}

  execute({ id, erratum, envelope }: RetractSource): Promise<Receipt> {
    return this.recording.change({
      kind: 'source',
      id,
      envelope,
      evolve: evolveSource,
      wrote: ({ type, data }) => type === 'SourceRetracted' && sameValue(data, erratum),
      decide: (source) => retractSource(source, erratum),
    });
  }
}
