import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GetReadiness } from '../../application/asking/get-readiness.js';
import { Answers } from '../answers/answers.js';
import { ref } from '../openapi/shapes.js';

const answered = (name: string): { content: Record<string, { schema: ReturnType<typeof ref> }> } => ({
  content: { 'application/json': { schema: ref(name) } },
});

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process answers at all' })
  @ApiOkResponse({ description: 'It does.', ...answered('Liveness') })
  live(@Res() reply: FastifyReply): void {
    this.answers.passing(reply, JSON.stringify({ status: 'live' }));
  }

  /** Ready even while the log is away: reads go on at the last K, and the body says `degraded`. */
  @Get('ready')
  @ApiOperation({ summary: 'Whether this node can answer questions' })
  @ApiOkResponse({
    description: 'It can; `degraded` when it does not follow the log just now.',
    ...answered('Readiness'),
  })
  @ApiServiceUnavailableResponse({ description: 'It cannot, yet or any more.', ...answered('Readiness') })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.queries.execute(new GetReadiness());
    const { ready, degraded } = readiness;
    const status = ready ? (degraded ? 'degraded' : 'ready') : 'not-ready';
    this.answers.passing(reply.code(ready ? 200 : 503), JSON.stringify({ status, ...readiness }));
  }
}
