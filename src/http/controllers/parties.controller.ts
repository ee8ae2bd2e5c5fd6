import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DescribeParty } from '../../application/recording/describe-party.js';
import { RegisterParty } from '../../application/recording/register-party.js';
import { Answers } from '../answers/answers.js';
import { CatalogueAnswers } from '../answers/catalogue-answers.js';
import { BodyPipe } from '../bodies/body.pipe.js';
import { erratumOf } from '../bodies/erratum-body.js';
import { DescribePartyBody, partyContentOf, RegisterPartyBody } from '../bodies/party-body.js';
import { inPath } from '../openapi/path-parameters.js';
import { ReadsEntries, ReadsEntry, ReadsEntryHistory } from '../openapi/reads-catalogue.js';
import { Writes } from '../openapi/writes.js';
import { Envelopes } from '../requests/envelopes.js';
import { pathId } from '../requests/path-id.js';

@ApiTags('Parties')
@Controller('v1/parties')
export class PartiesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly catalogue: CatalogueAnswers,
    private readonly answers: Answers,
    private readonly envelopes: Envelopes,
  ) {}

  @Post()
  @Writes({ summary: 'Register a party', creates: true })
  async register(@Res() reply: FastifyReply, @Body(BodyPipe) body: RegisterPartyBody): Promise<void> {
    const envelope = this.envelopes.ofCreation(reply.request);
    const receipt = await this.commands.execute(new RegisterParty(body.id, partyContentOf(body), envelope));
    this.answers.written(reply, receipt, '/v1/parties');
  }

  @Put(':id')
  @Writes({ summary: 'Describe a party anew: the whole content, and why', path: [inPath.party] })
  async describe(
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body(BodyPipe) body: DescribePartyBody,
  ): Promise<void> {
    const revised = { content: partyContentOf(body), ...erratumOf(body) };
    const command = new DescribeParty(pathId('party', id), revised, this.envelopes.ofChange(reply.request));
    this.answers.written(reply, await this.commands.execute(command));
  }

  @Get()
  @ReadsEntries('party')
  list(@Res() reply: FastifyReply): Promise<void> {
    return this.catalogue.list(reply, 'party');
  }

  @Get(':id')
  @ReadsEntry('party')
  entry(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.catalogue.entry(reply, 'party', id);
  }

  @Get(':id/history')
  @ReadsEntryHistory('party')
  history(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.catalogue.history(reply, 'party', id);
  }
}
