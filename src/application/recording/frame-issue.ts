import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { IssueContent } from '../../domain/issues/issue-content.js';
import { evolveIssue, frameIssue } from '../../domain/issues/issue.js';
import { sameValue } from '../../domain/shared/same-value.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';
import { References } from './references.js';

export class FrameIssue extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly content: IssueContent,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(FrameIssue)
export class FrameIssueHandler implements ICommandHandler<FrameIssue> {
  constructor(
    private readonly recording: Recording,
    private readonly references: References,
  ) {}

  execute({ id, content, envelope }: FrameIssue): Promise<Receipt> {
    const event = frameIssue(content);
    return this.recording.create({
      kind: 'issue',
      id,
      envelope,
      evolve: evolveIssue,
      wrote: (earlier) => sameValue(earlier, event),
      decide: async () => {
        await this.references.assertReplaced(content.replaces);
        return event;
      },
    });
  }
}
