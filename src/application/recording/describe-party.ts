import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PartyContent } from '../../domain/parties/party-content.js';
import { describeParty, evolveParty } from '../../domain/parties/party.js';
import type { Revised } from '../../domain/shared/domain-event.js';
import { sameValue } from '../../domain/shared/same-value.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';

export class DescribeParty extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly revised: Revised<PartyContent>,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(DescribeParty)
export class DescribePartyHandler implements ICommandHandler<DescribeParty> {
  constructor(private readonly recording: Recording) {}

  execute({ id, revised, envelope }: DescribeParty): Promise<Receipt> {
    const event = describeParty(revised);
    const wrote = (earlier: object): boolean => sameValue(earlier, event);
    return this.recording.change({ kind: 'party', id, envelope, evolve: evolveParty, wrote, decide: () => event });
  }
}
