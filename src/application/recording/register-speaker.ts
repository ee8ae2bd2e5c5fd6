import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { SpeakerContent } from '../../domain/parties/speaker-content.js';
import { evolveSpeaker, registerSpeaker } from '../../domain/parties/speaker.js';
import { sameValue } from '../../domain/shared/same-value.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';
import { References } from './references.js';

export class RegisterSpeaker extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly content: SpeakerContent,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(RegisterSpeaker)
export class RegisterSpeakerHandler implements ICommandHandler<RegisterSpeaker> {
  constructor(
    private readonly recording: Recording,
    private readonly references: References,
  ) {}

  execute({ id, content, envelope }: RegisterSpeaker): Promise<Receipt> {
    const event = registerSpeaker(content);
    return this.recording.create({
      kind: 'speaker',
      id,
      envelope,
      evolve: evolveSpeaker,
      wrote: (earlier) => sameValue(earlier, event),
      decide: async () => {
        await this.references.assertMandates(content.mandates);
        return event;
      },
    });
  }
}
