import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CorrectAct } from '../../application/recording/correct-act.js';
import { CorroborateAct } from '../../application/recording/corroborate-act.js';
import { ReinstateAct } from '../../application/recording/reinstate-act.js';
import { RetractAct } from '../../application/recording/retract-act.js';
import { Answers } from '../answers/answers.js';
import { actClaimOf } from '../bodies/act-body.js';
import { BodyPipe } from '../bodies/body.pipe.js';
import { citationClaimOf } from '../bodies/citation-body.js';
import { CorrectionBody } from '../bodies/correction-body.js';
import { CorroborationBody } from '../bodies/corroboration-body.js';
import { ErratumBody, erratumOf } from '../bodies/erratum-body.js';
import { inPath } from '../openapi/path-parameters.js';
import { actRefusals, Writes } from '../openapi/writes.js';
import { Envelopes } from '../requests/envelopes.js';
import { pathId } from '../requests/path-id.js';
import { within } from '../requests/within.js';

const path = [inPath.act];

@ApiTags('Acts')
@Controller('v1/acts/:id')
export class ActChangesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly answers: Answers,
    private readonly envelopes: Envelopes,
  ) {}

  @Post('corrections')
  @Writes({ summary: 'Correct an act: its whole content, citations too, and why', path, refuses: actRefusals })
  async correct(
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body(BodyPipe) body: CorrectionBody,
  ): Promise<void> {
    const correction = { claim: actClaimOf(body.act), ...erratumOf(body) };
    const command = new CorrectAct(pathId('act', id), correction, this.envelopes.ofChange(reply.request));
    this.answers.written(reply, await within('/act', () => this.commands.execute(command)));
  }

  @Post('citations')
  @Writes({
    summary: 'Corroborate an act: more quotes that support it',
    path,
    refuses: ['unknown-source', 'quote-not-found', 'quote-ambiguous', 'text-erased'],
  })
  async corroborate(
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body(BodyPipe) body: CorroborationBody,
  ): Promise<void> {
    const envelope = this.envelopes.ofChange(reply.request);
    const command = new CorroborateAct(pathId('act', id), body.citations.map(citationClaimOf), envelope);
    this.answers.written(reply, await this.commands.execute(command));
  }

  @Post('retractions')
  @Writes({ summary: 'Retract an act: it has no effect from then on', path, refuses: ['already-retracted'] })
  async retract(@Res() reply: FastifyReply, @Param('id') id: string, @Body(BodyPipe) body: ErratumBody): Promise<void> {
    const envelope = this.envelopes.ofChange(reply.request);
    const command = new RetractAct(pathId('act', id), erratumOf(body), envelope);
    this.answers.written(reply, await this.commands.execute(command));
  }

  @Post('reinstatements')
  @Writes({ summary: 'Reinstate a retracted act with its last content', path, refuses: ['not-retracted'] })
  async reinstate(
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body(BodyPipe) body: ErratumBody,
  ): Promise<void> {
    const envelope = this.envelopes.ofChange(reply.request);
    const command = new ReinstateAct(pathId('act', id), erratumOf(body), envelope);
    this.answers.written(reply, await this.commands.execute(command));
  }
}
