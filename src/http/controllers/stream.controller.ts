import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { shiftedType } from '../../application/feeding/feed.js';
import { OpenFeed } from '../../application/feeding/open-feed.js';
import { Streams } from '../openapi/streams.js';
import { feedFilterOf, streamParameters, typesOf } from '../parameters/feed-parameters.js';
import { readParameters } from '../parameters/read-parameters.js';
import { lastEventId } from '../requests/last-event-id.js';
import { FeedStream } from '../streaming/feed-stream.js';
import { OpenStreams } from '../streaming/open-streams.js';
import { formatFor } from '../streaming/stream-format.js';

const says =
  'CloudEvents 1.0, each when this node has projected it: the events of the log, whose ids are `sequence.0`, and the ' +
  `stances that they shifted (\`${shiftedType}\`), \`sequence.1\` and on. The same on every node and after every ` +
  'restart, so that a client goes on anywhere after the last id that it had: nothing is missed or told twice. ' +
  '`party` and `issue` narrow it to their own events and to acts of these parties that lean on these issues, before ' +
  'the event or after it: a correction that takes an act away is told of.';

@ApiTags('Shifts')
@Controller('v1/stream')
export class StreamController {
  constructor(
    private readonly queries: QueryBus,
    private readonly streams: OpenStreams,
  ) {}

  @Get()
  @Streams({
    summary: 'What is recorded and which stances it shifts, live',
    says,
    query: streamParameters,
    answers: { 'every type': 'CloudEvent' },
    refuses: ['beyond-head', 'unknown-party', 'unknown-issue', 'behind'],
    endless: true,
  })
  async tail(@Res() reply: FastifyReply): Promise<void> {
    const { url, headers } = reply.request;
    const asked = readParameters(url, streamParameters);
    const since = lastEventId(headers) ?? asked.text('since');
    const query = new OpenFeed({ ...feedFilterOf(asked), types: typesOf(asked) }, since);
    const { feed, begin } = await this.queries.execute(query);
    const format = formatFor(headers.accept, 'text/event-stream');
    await this.streams.serve(reply, format, (client) => new FeedStream(feed, client, format).run(begin));
  }
}
