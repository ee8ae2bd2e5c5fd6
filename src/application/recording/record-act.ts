import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ActClaim, Citation } from '../../domain/acts/act-content.js';
import { type Act, evolveAct, isFirst } from '../../domain/acts/act.js';
import { isRecordingOf, recordAct } from '../../domain/acts/decide-act.js';
import type { ActEvent } from '../../domain/shared/domain-event.js';
import { Refusal } from '../../domain/shared/refusal.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording, type Write } from './recording.js';
import { References } from './references.js';
import { SimilarActs } from './similar-acts.js';

export interface RecordedAct extends Receipt {
  /** Acts that may be this very deed, coded before. */
  readonly similar: readonly string[];
}

export class RecordAct extends Command<RecordedAct> {
  constructor(
    readonly id: string,
    readonly claim: ActClaim,
    readonly envelope: Envelope,
    readonly onSimilar: 'tell' | 'refuse',
  ) {
    super();
  }
}

@CommandHandler(RecordAct)
export class RecordActHandler implements ICommandHandler<RecordAct> {
  constructor(
    private readonly recording: Recording,
    private readonly references: References,
    private readonly similar: SimilarActs,
  ) {}

  async execute({ id, claim, envelope, onSimilar }: RecordAct): Promise<RecordedAct> {
    const receipt = await this.recording.create({
      ...writing({ id, claim, envelope }),
      decide: async () => {
        const event = recordAct(claim, await this.references.of(claim, null));
        if (onSimilar === 'refuse') refuseLikeness(this.similar.to(claim));
        return event;
      },
    });
    return { ...receipt, similar: this.similar.to(claim, receipt.sequence) };
  }
}

/** What recording would write, without writing it. */
export interface CheckedAct {
  readonly citations: readonly Citation[];
  readonly similar: readonly string[];
}

export class CheckAct extends Command<CheckedAct> {
  constructor(
    readonly id: string,
    readonly claim: ActClaim,
    readonly envelope: Envelope,
    readonly onSimilar: 'tell' | 'refuse',
  ) {
    super();
  }
}

@CommandHandler(CheckAct)
export class CheckActHandler implements ICommandHandler<CheckAct> {
  constructor(
    private readonly recording: Recording,
    private readonly references: References,
    private readonly similar: SimilarActs,
  ) {}

  /** A repeat is recognised before anything is verified, as it would be when recording. */
  async execute({ id, claim, envelope, onSimilar }: CheckAct): Promise<CheckedAct> {
    const earlier = await this.recording.earlier(writing({ id, claim, envelope }));
    const similar = this.similar.to(claim).filter((other) => other !== id);
    if (earlier && isFirst(earlier)) return { citations: earlier.data.citations, similar };
    const { data } = recordAct(claim, await this.references.of(claim, null));
    if (onSimilar === 'refuse') refuseLikeness(similar);
    return { citations: data.citations, similar };
  }
}

function writing({ id, claim, envelope }: Pick<RecordAct, 'id' | 'claim' | 'envelope'>): Write<Act, ActEvent> {
  return { kind: 'act', id, envelope, evolve: evolveAct, wrote: (event) => isRecordingOf(event, claim) };
}

function refuseLikeness(similar: readonly string[]): void {
  if (similar.length === 0) return;
  const detail =
    'The same party did acts of this kind on these issues on these dates; corroborate one of them instead.';
  throw new Refusal('likely-duplicate', detail, [], { similar });
}
