import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { SpeakerContent } from '../../domain/parties/speaker-content.js';
import { describeSpeaker, evolveSpeaker } from '../../domain/parties/speaker.js';
import type { Revised } from '../../domain/shared/domain-event.js';
import { sameValue } from '../../domain/shared/same-value.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';
import { References } from './references.js';

export class DescribeSpeaker extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly revised: Revised<SpeakerContent>,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(DescribeSpeaker)
export class DescribeSpeakerHandler implements ICommandHandler<DescribeSpeaker> {
  constructor(
    private readonly recording: Recording,
    private readonly references: References,
  ) {}

  execute({ id, revised, envelope }: DescribeSpeaker): Promise<Receipt> {
    const event = describeSpeaker(revised);
    return this.recording.change({
      kind: 'speaker',
      id,
      envelope,
      evolve: evolveSpeaker,
      wrote: (earlier) => sameValue(earlier, event),
      decide: async () => {
        await this.references.assertMandates(revised.content.mandates);
        return event;
      },
    });
  }
}
