import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReframeIssue } from '../../application/recording/reframe-issue.js';
import { FrameIssue } from '../../application/recording/frame-issue.js';
import { Answers } from '../answers/answers.js';
import { CatalogueAnswers } from '../answers/catalogue-answers.js';
import { BodyPipe } from '../bodies/body.pipe.js';
import { erratumOf } from '../bodies/erratum-body.js';
import { ReframeIssueBody, issueContentOf, FrameIssueBody } from '../bodies/issue-body.js';
import { inPath } from '../openapi/path-parameters.js';
import { ReadsEntries, ReadsEntry, ReadsEntryHistory } from '../openapi/reads-catalogue.js';
import { Writes } from '../openapi/writes.js';
import { Envelopes } from '../requests/envelopes.js';
import { pathId } from '../requests/path-id.js';

@ApiTags('Issues')
@Controller('v1/issues')
export class IssuesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly catalogue: CatalogueAnswers,
    private readonly answers: Answers,
    private readonly envelopes: Envelopes,
  ) {}

  @Post()
  @Writes({ summary: 'Frame an issue', creates: true, refuses: ['unknown-issue'] })
  async frame(@Res() reply: FastifyReply, @Body(BodyPipe) body: FrameIssueBody): Promise<void> {
    const envelope = this.envelopes.ofCreation(reply.request);
    const receipt = await this.commands.execute(new FrameIssue(body.id, issueContentOf(body), envelope));
    this.answers.written(reply, receipt, '/v1/issues');
  }

  @Put(':id')
  @Writes({
    summary: 'Reframe an issue: the whole content, and why',
    path: [inPath.issue],
    refuses: ['axis-fixed'],
  })
  async reframe(
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body(BodyPipe) body: ReframeIssueBody,
  ): Promise<void> {
    const revised = { content: issueContentOf(body), ...erratumOf(body) };
    const command = new ReframeIssue(pathId('issue', id), revised, this.envelopes.ofChange(reply.request));
    this.answers.written(reply, await this.commands.execute(command));
  }

  @Get()
  @ReadsEntries('issue')
  list(@Res() reply: FastifyReply): Promise<void> {
    return this.catalogue.list(reply, 'issue');
  }

  @Get(':id')
  @ReadsEntry('issue')
  entry(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.catalogue.entry(reply, 'issue', id);
  }

  @Get(':id/history')
  @ReadsEntryHistory('issue')
  history(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.catalogue.history(reply, 'issue', id);
  }
}
