import { Controller, Get, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GetShifts } from '../../application/asking/get-shifts.js';
import { GetStance } from '../../application/asking/get-stance.js';
import { GetStanceMatrix } from '../../application/asking/get-stance-matrix.js';
import { GetTimeline } from '../../application/asking/get-timeline.js';
import { Answers } from '../answers/answers.js';
import { inPath } from '../openapi/path-parameters.js';
import { Reads } from '../openapi/reads.js';
import { basisOf, isLasting } from '../parameters/basis-of.js';
import { contributionsOf } from '../parameters/contributions-of.js';
import { readParameters } from '../parameters/read-parameters.js';
import {
  marginRange,
  matrixParameters,
  shiftsParameters,
  stanceParameters,
  timelineParameters,
} from '../parameters/stance-parameters.js';
import { stanceRefusals } from '../problems/stance-refusals.js';
import { cellIn } from '../requests/cell-in.js';

@ApiTags('Stances')
@Controller('v1/stances')
export class StancesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get()
  @Reads({
    summary: 'The stance of each party on each issue, in short',
    query: matrixParameters,
    answers: 'Matrix',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'unknown-party', 'unknown-issue', 'too-large'],
  })
  async matrix(@Res() reply: FastifyReply): Promise<void> {
    const asked = readParameters(reply.request.url, matrixParameters);
    const basis = basisOf(asked);
    const cells = { parties: asked.list('party'), issues: asked.list('issue') };
    this.answers.read(reply, await this.queries.execute(new GetStanceMatrix(cells, basis)), isLasting(basis));
  }

  /** The hot path: no pipe, guard or interceptor, and its text is written once. */
  @Get(':party/:issue')
  @Reads({
    summary: 'The stance of a party on an issue at T, as known at K',
    says: 'With the acts that make it, those that may already have happened, and the basis it was computed on.',
    path: inPath.cell,
    query: stanceParameters,
    answers: 'Stance',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'not-found'],
  })
  async stance(
    @Res() reply: FastifyReply,
    @Param('party') party: string,
    @Param('issue') issue: string,
  ): Promise<void> {
    const asked = readParameters(reply.request.url, stanceParameters);
    const basis = basisOf(asked);
    const query = new GetStance(cellIn(party, issue), basis, contributionsOf(asked));
    this.answers.readAgain(reply, await this.queries.execute(query), isLasting(basis));
  }

  @Get(':party/:issue/timeline')
  @Reads({
    summary: 'The history of a stance: segments that tile [from, to)',
    path: inPath.cell,
    query: timelineParameters,
    answers: 'Timeline',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'not-found', 'too-large'],
  })
  async timeline(
    @Res() reply: FastifyReply,
    @Param('party') party: string,
    @Param('issue') issue: string,
  ): Promise<void> {
    const asked = readParameters(reply.request.url, timelineParameters);
    const basis = basisOf(asked);
    const query = new GetTimeline(cellIn(party, issue), basis, { from: asked.text('from'), to: asked.text('to') });
    this.answers.read(reply, await this.queries.execute(query), isLasting(basis));
  }

  @Get(':party/:issue/shifts')
  @Reads({
    summary: 'When a stance crossed from one band to another, and through which acts',
    path: inPath.cell,
    query: shiftsParameters,
    answers: 'Shifts',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'not-found', 'too-large'],
  })
  async shifts(
    @Res() reply: FastifyReply,
    @Param('party') party: string,
    @Param('issue') issue: string,
  ): Promise<void> {
    const asked = readParameters(reply.request.url, shiftsParameters);
    const basis = basisOf(asked);
    const margin = asked.decimal('margin', marginRange) ?? marginRange.default;
    const period = { from: asked.text('from'), to: asked.text('to'), margin };
    const query = new GetShifts(cellIn(party, issue), basis, period);
    this.answers.read(reply, await this.queries.execute(query), isLasting(basis));
  }
}
