import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DescribeSpeaker } from '../../application/recording/describe-speaker.js';
import { RegisterSpeaker } from '../../application/recording/register-speaker.js';
import { Answers } from '../answers/answers.js';
import { CatalogueAnswers } from '../answers/catalogue-answers.js';
import { BodyPipe } from '../bodies/body.pipe.js';
import { erratumOf } from '../bodies/erratum-body.js';
import { DescribeSpeakerBody, speakerContentOf, RegisterSpeakerBody } from '../bodies/speaker-body.js';
import { inPath } from '../openapi/path-parameters.js';
import { ReadsEntries, ReadsEntry, ReadsEntryHistory } from '../openapi/reads-catalogue.js';
import { Writes } from '../openapi/writes.js';
import { Envelopes } from '../requests/envelopes.js';
import { pathId } from '../requests/path-id.js';

@ApiTags('Speakers')
@Controller('v1/speakers')
export class SpeakersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly catalogue: CatalogueAnswers,
    private readonly answers: Answers,
    private readonly envelopes: Envelopes,
  ) {}

  @Post()
  @Writes({ summary: 'Register a speaker', creates: true, refuses: ['unknown-party', 'bad-time'] })
  async register(@Res() reply: FastifyReply, @Body(BodyPipe) body: RegisterSpeakerBody): Promise<void> {
    const envelope = this.envelopes.ofCreation(reply.request);
    const receipt = await this.commands.execute(new RegisterSpeaker(body.id, speakerContentOf(body), envelope));
    this.answers.written(reply, receipt, '/v1/speakers');
  }

  @Put(':id')
  @Writes({
    summary: 'Describe a speaker anew: the whole content, and why',
    path: [inPath.speaker],
    refuses: ['unknown-party', 'bad-time'],
  })
  async describe(
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body(BodyPipe) body: DescribeSpeakerBody,
  ): Promise<void> {
    const revised = { content: speakerContentOf(body), ...erratumOf(body) };
    const command = new DescribeSpeaker(pathId('speaker', id), revised, this.envelopes.ofChange(reply.request));
    this.answers.written(reply, await this.commands.execute(command));
  }

  @Get()
  @ReadsEntries('speaker')
  list(@Res() reply: FastifyReply): Promise<void> {
    return this.catalogue.list(reply, 'speaker');
  }

  @Get(':id')
  @ReadsEntry('speaker')
  entry(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.catalogue.entry(reply, 'speaker', id);
  }

  @Get(':id/history')
  @ReadsEntryHistory('speaker')
  history(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.catalogue.history(reply, 'speaker', id);
  }
}
