import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EraseSourceText } from '../../application/recording/erase-source-text.js';
import { ReinstateSource } from '../../application/recording/reinstate-source.js';
import { RetractSource } from '../../application/recording/retract-source.js';
import { Answers } from '../answers/answers.js';
import { BodyPipe } from '../bodies/body.pipe.js';
import { ErratumBody, erratumOf } from '../bodies/erratum-body.js';
import { inPath } from '../openapi/path-parameters.js';
import { Writes } from '../openapi/writes.js';
import { Envelopes } from '../requests/envelopes.js';
import { pathId } from '../requests/path-id.js';

const path = [inPath.source];
const erasure = 'By hash: of every source with this text. It can then be neither read, cited anew nor captured again.';

@ApiTags('Sources')
@Controller('v1/sources/:id')
export class SourceChangesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly answers: Answers,
    private readonly envelopes: Envelopes,
  ) {}

  @Post('retractions')
  @Writes({ summary: 'Retract a source: its citations no longer count', path, refuses: ['already-retracted'] })
  async retract(@Res() reply: FastifyReply, @Param('id') id: string, @Body(BodyPipe) body: ErratumBody): Promise<void> {
    const envelope = this.envelopes.ofChange(reply.request);
    const command = new RetractSource(pathId('source', id), erratumOf(body), envelope);
    this.answers.written(reply, await this.commands.execute(command));
  }

  @Post('reinstatements')
  @Writes({ summary: 'Reinstate a retracted source', path, refuses: ['not-retracted'] })
  async reinstate(
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body(BodyPipe) body: ErratumBody,
  ): Promise<void> {
    const envelope = this.envelopes.ofChange(reply.request);
    const command = new ReinstateSource(pathId('source', id), erratumOf(body), envelope);
    this.answers.written(reply, await this.commands.execute(command));
  }

  @Post('erasures')
  @Writes({ summary: 'Erase the text of a source', says: erasure, path, refuses: ['text-erased'] })
  async erase(@Res() reply: FastifyReply, @Param('id') id: string, @Body(BodyPipe) body: ErratumBody): Promise<void> {
    const envelope = this.envelopes.ofChange(reply.request);
    const command = new EraseSourceText(pathId('source', id), erratumOf(body), envelope);
    this.answers.written(reply, await this.commands.execute(command));
  }
}
