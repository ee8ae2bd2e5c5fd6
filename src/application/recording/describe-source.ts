import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Revised } from '../../domain/shared/domain-event.js';
import { sameValue } from '../../domain/shared/same-value.js';
import type { SourceContent } from '../../domain/sources/source-content.js';
import { describeSource, evolveSource } from '../../domain/sources/source.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';
import { References } from './references.js';

export class DescribeSource extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly revised: Revised<SourceContent>,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(DescribeSource)
export class DescribeSourceHandler implements ICommandHandler<DescribeSource> {
  constructor(
    private readonly recording: Recording,
    private readonly references: References,
  ) {}

  execute({ id, revised, envelope }: DescribeSource): Promise<Receipt> {
    const event = describeSource(revised);
    return this.recording.change({
      kind: 'source',
      id,
      envelope,
      evolve: evolveSource,
      wrote: (earlier) => sameValue(earlier, event),
      decide: async () => {
        await this.references.assertSource(revised.content.derivedFrom, '/derivedFrom');
        return event;
      },
    });
  }
}
