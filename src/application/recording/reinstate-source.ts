import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Erratum } from '../../domain/shared/erratum.js';
import { sameValue } from '../../domain/shared/same-value.js';
import { evolveSource, reinstateSource } from '../../domain/sources/source.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';

export class ReinstateSource extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly erratum: Erratum,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ReinstateSource)
export class ReinstateSourceHandler implements ICommandHandler<ReinstateSource> {
  constructor(private readonly recording: Recording) {}

  execute({ id, erratum, envelope }: ReinstateSource): Promise<Receipt> {
    return this.recording.change({
      kind: 'source',
      id,
      envelope,
      evolve: evolveSource,
      wrote: ({ type, data }) => type === 'SourceReinstated' && sameValue(data, erratum),
      decide: (source) => reinstateSource(source, erratum),
    });
  }
}
