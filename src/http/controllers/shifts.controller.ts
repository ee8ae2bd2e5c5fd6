import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ListShifts } from '../../application/feeding/list-shifts.js';
import { Answers } from '../answers/answers.js';
import { Reads } from '../openapi/reads.js';
import { feedFilterOf, shiftListParameters } from '../parameters/feed-parameters.js';
import { knowledgeOf } from '../parameters/knowledge-of.js';
import { pageOf } from '../parameters/page-parameters.js';
import { readParameters } from '../parameters/read-parameters.js';

@ApiTags('Shifts')
@Controller('v1/shifts')
export class ShiftsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get()
  @Reads({
    summary: 'Which stances were carried from one band to another by what was recorded, in log order',
    says:
      'Each compares the stance at T = recordedAt of one event, with K just before that event and at it, by the ' +
      'default model through no lens. What is dated later than it was recorded shifts nothing yet.',
    query: shiftListParameters,
    answers: 'ShiftedPage',
    etag: 'bytes',
    refuses: ['bad-time', 'beyond-head', 'unknown-party', 'unknown-issue', 'behind'],
  })
  async list(@Res() reply: FastifyReply): Promise<void> {
    const asked = readParameters(reply.request.url, shiftListParameters);
    const { cursor, limit } = pageOf(asked);
    const page = { filter: feedFilterOf(asked), since: asked.text('since'), cursor, limit };
    this.answers.read(reply, await this.queries.execute(new ListShifts({ ...page, knowledge: knowledgeOf(asked) })));
  }
}
