import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type sendUnaryData, type ServerReadableStream, type ServerUnaryCall, status } from '@grpc/grpc-js';
import { failure, type Fault, type Failure, type Faults } from './faults.js';
import { empty, nameIn } from './messages.js';
import { appendBytesMax, type ExpectedStream, type Outcome, type ProposedEvent, type Store } from './store.js';

type AppendCall = ServerReadableStream<streams.AppendReq, streams.AppendResp>;
type Expecting = streams.AppendReq.Options | streams.TombstoneReq.Options | streams.DeleteReq.Options;

/** Takes appends and tombstones, and answers them as a server would: what went wrong in-band or in trailers. */
export class Writing {
  constructor(
    private readonly store: Store,
    private readonly faults: Faults,
  ) {}

  async append(call: AppendCall, answer: sendUnaryData<streams.AppendResp>): Promise<void> {
    let options: streams.AppendReq.Options | undefined;
    const events: ProposedEvent[] = [];
    for await (const message of call as AsyncIterable<streams.AppendReq>) {
      if (message.hasOptions()) options = message.getOptions();
      const proposal = message.getProposedMessage();
      if (proposal !== undefined) events.push(eventIn(proposal));
    }
    if (call.cancelled) return; // half of an append is none
    const stream = nameIn(options?.getStreamIdentifier());
    const fault = this.faults.of('append');
    await this.perform(fault, answer, () => {
      const outcome = this.store.append(stream, expectedIn(options), events);
      return outcome.became === 'wrong-version' ? conflict(outcome.current) : appended(outcome, stream);
    });
  }

  async tombstone(
    call: ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>,
    answer: sendUnaryData<streams.TombstoneResp>,
  ): Promise<void> {
    const stream = nameIn(call.request.getOptions()?.getStreamIdentifier());
    await this.perform(this.faults.of('tombstone'), answer, () => {
      const outcome = this.store.tombstone(stream);
      return outcome.became === 'written'
        ? new streams.TombstoneResp().setNoPosition(empty())
        : failureOf(outcome, stream);
    });
  }

  private async perform<T>(fault: Fault | undefined, answer: sendUnaryData<T>, work: () => T | Failure): Promise<void> {
    if (fault === undefined || fault.after === 'doing-it') {
      const done = work();
      await this.faults.hold();
      if (fault === undefined) {
        give(answer, done);
        return;
      }
    }
    if (typeof fault.with !== 'string') answer(fault.with);
  }
}

function give<T>(answer: sendUnaryData<T>, done: T | Failure): void {
  if (isFailure(done)) answer(done);
  else answer(null, done);
}

function isFailure(done: unknown): done is Failure {
  return typeof done === 'object' && done !== null && 'code' in done;
}

function eventIn(proposal: streams.AppendReq.ProposedMessage): ProposedEvent {
  const metadata = proposal.getMetadataMap();
  return {
    id: proposal.getId()?.getString() ?? '',
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: proposal.getData_asU8(),
    metadata: proposal.getCustomMetadata_asU8(),
  };
}

function expectedIn(options: Expecting | undefined): ExpectedStream {
  if (options?.hasRevision() === true) return Number(options.getRevision());
  if (options?.hasNoStream() === true) return 'no-stream';
  return options?.hasStreamExists() === true ? 'stream-exists' : 'any';
}

function appended(outcome: Outcome, stream: string): streams.AppendResp | Failure {
  if (outcome.became !== 'written') return failureOf(outcome, stream);
  const position = new streams.AppendResp.Position()
    .setCommitPosition(String(outcome.position))
    .setPreparePosition(String(outcome.position));
  const success = new streams.AppendResp.Success().setCurrentRevision(String(outcome.revision)).setPosition(position);
  return new streams.AppendResp().setSuccess(success);
}

function conflict(current: number): streams.AppendResp {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current === -1) wrong.setCurrentNoStream(empty());
  else wrong.setCurrentRevision(String(current));
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}

function failureOf({ became }: Outcome, stream: string): Failure {
  if (became === 'deleted') {
    return failure('stream-deleted', status.FAILED_PRECONDITION, { 'stream-name': stream });
  }
  const size = { 'maximum-append-size': String(appendBytesMax) };
  return failure('maximum-append-size-exceeded', status.INVALID_ARGUMENT, size);
}
