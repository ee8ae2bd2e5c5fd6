import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { IssueContent } from '../../domain/issues/issue-content.js';
import { evolveIssue, reframeIssue } from '../../domain/issues/issue.js';
import type { EventOf, Revised } from '../../domain/shared/domain-event.js';
import { sameValue } from '../../domain/shared/same-value.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';

export class ReframeIssue extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly revised: Revised<IssueContent>,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ReframeIssue)
export class ReframeIssueHandler implements ICommandHandler<ReframeIssue> {
  constructor(private readonly recording: Recording) {}

  execute({ id, revised, envelope }: ReframeIssue): Promise<Receipt> {
    const event: EventOf<'IssueReframed'> = { type: 'IssueReframed', data: revised };
    return this.recording.change({
      kind: 'issue',
      id,
      envelope,
      evolve: evolveIssue,
      wrote: (earlier) => sameValue(earlier, event),
      decide: (issue) => reframeIssue(issue, revised),
    });
  }
}
