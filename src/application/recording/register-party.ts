import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PartyContent } from '../../domain/parties/party-content.js';
import { evolveParty, registerParty } from '../../domain/parties/party.js';
import { sameValue } from '../../domain/shared/same-value.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';

export class RegisterParty extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly content: PartyContent,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(RegisterParty)
export class RegisterPartyHandler implements ICommandHandler<RegisterParty> {
  constructor(private readonly recording: Recording) {}

  execute({ id, content, envelope }: RegisterParty): Promise<Receipt> {
    const event = registerParty(content);
    const wrote = (earlier: object): boolean => sameValue(earlier, event);
    return this.recording.create({ kind: 'party', id, envelope, evolve: evolveParty, wrote, decide: () => event });
  }
}
