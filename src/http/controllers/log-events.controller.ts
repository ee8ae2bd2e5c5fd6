import { Controller, Get, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GetLogEvent } from '../../application/auditing/get-log-event.js';
import { Answers } from '../answers/answers.js';
import { inPath } from '../openapi/path-parameters.js';
import { Reads } from '../openapi/reads.js';
import { noParameters } from '../parameters/parameter.js';
import { readParameters } from '../parameters/read-parameters.js';
import { pathSequence } from '../requests/path-sequence.js';

@ApiTags('Audit')
@Controller('v1/log/events')
export class LogEventsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get(':sequence')
  @Reads({
    summary: 'Get an event as it stands in the log',
    says: '`data` is its JSON text, to the byte as stored, and `dataSha256` the hash of that.',
    path: [inPath.event],
    answers: 'StoredEvent',
    etag: 'bytes',
    refuses: ['not-found', 'log-altered', 'behind', 'log-away'],
  })
  async event(@Res() reply: FastifyReply, @Param('sequence') sequence: string): Promise<void> {
    readParameters(reply.request.url, noParameters);
    const event = await this.queries.execute(new GetLogEvent(pathSequence(sequence)));
    // An event is never changed.
    this.answers.read(reply, event, true);
  }
}
