import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OpenReplay, type ReplayAsked } from '../../application/replaying/open-replay.js';
import { replayClocks } from '../../application/replaying/replay-by.js';
import { basisAnswered } from '../answers/basis-answered.js';
import { Streams } from '../openapi/streams.js';
import type { Asked } from '../parameters/asked.js';
import { basisOf } from '../parameters/basis-of.js';
import { readParameters } from '../parameters/read-parameters.js';
import { replayParameters, speedOf } from '../parameters/replay-parameters.js';
import { lastEventId } from '../requests/last-event-id.js';
import { OpenStreams } from '../streaming/open-streams.js';
import { ReplayStream } from '../streaming/replay-stream.js';
import { formatFor } from '../streaming/stream-format.js';

const says =
  'Each event is one act’s part in a step of one stance: the stance just before, and at the clock. Its id is ' +
  'where to go on after a cut; the last event is a `summary` with the stances at the end. After that there is ' +
  'nothing: 204. A client is written to as fast as it reads, and one that leaves ends the work.';

@ApiTags('Replay')
@Controller('v1/replay')
export class ReplayController {
  constructor(
    private readonly queries: QueryBus,
    private readonly streams: OpenStreams,
  ) {}

  @Get()
  @Streams({
    summary: 'Stances as they came to be, event by event, at any speed',
    says,
    query: replayParameters,
    answers: { stance: 'ReplayEvent', summary: 'ReplaySummary' },
    refuses: [
      ...(['bad-time', 'beyond-head', 'unknown-party', 'unknown-issue', 'unknown-speaker', 'unknown-source'] as const),
      ...(['too-large', 'behind'] as const),
    ],
  })
  async play(@Res() reply: FastifyReply): Promise<void> {
    const { url, headers } = reply.request;
    const asked = readParameters(url, replayParameters);
    const speed = speedOf(asked);
    const after = lastEventId(headers) ?? asked.text('after');
    const { replay, begin } = await this.queries.execute(new OpenReplay(askedOf(asked, after)));
    if (begin.over) {
      void reply.code(204).send();
      return;
    }
    basisAnswered.set(reply, replay.basis);
    const format = formatFor(headers.accept);
    await this.streams.serve(reply, format, (client) => new ReplayStream(replay, client, { format, speed }).run(begin));
  }
}

function askedOf(asked: Asked, after: string | null): ReplayAsked {
  return {
    by: asked.oneOf('by', replayClocks) ?? 'valid',
    cells: { parties: asked.list('party'), issues: asked.list('issue') },
    basis: basisOf(asked),
    period: { from: asked.text('from'), to: asked.text('to') },
    after,
  };
}
