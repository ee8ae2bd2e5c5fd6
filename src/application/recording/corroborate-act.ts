import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CitationClaim } from '../../domain/acts/act-content.js';
import { evolveAct } from '../../domain/acts/act.js';
import { areCitationsOf, corroborateAct } from '../../domain/acts/decide-act.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';
import { References } from './references.js';

export class CorroborateAct extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly citations: readonly CitationClaim[],
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(CorroborateAct)
export class CorroborateActHandler implements ICommandHandler<CorroborateAct> {
  constructor(
    private readonly recording: Recording,
    private readonly references: References,
  ) {}

  execute({ id, citations, envelope }: CorroborateAct): Promise<Receipt> {
    return this.recording.change({
      kind: 'act',
      id,
      envelope,
      evolve: evolveAct,
      wrote: ({ type, data }) => type === 'ActCorroborated' && areCitationsOf(data.citations, citations),
      decide: async (act) => corroborateAct(act, citations, await this.references.texts(citations)),
    });
  }
}
