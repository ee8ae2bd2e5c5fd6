import { Controller, Get, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { breakdownKeys } from '../../application/asking/analysis-views.js';
import { GetBreakdown } from '../../application/asking/get-breakdown.js';
import { GetInfluence } from '../../application/asking/get-influence.js';
import { GetRevisions } from '../../application/asking/get-revisions.js';
import { GetSensitivity } from '../../application/asking/get-sensitivity.js';
import { Answers } from '../answers/answers.js';
import { inPath } from '../openapi/path-parameters.js';
import { Reads } from '../openapi/reads.js';
import { basisOf, isLasting } from '../parameters/basis-of.js';
import { readParameters } from '../parameters/read-parameters.js';
import { analysisParameters, breakdownParameters, revisionsParameters } from '../parameters/stance-parameters.js';
import { cellIn } from '../requests/cell-in.js';
import { stanceRefusals } from '../problems/stance-refusals.js';

/** What a stance rests on: questions about one stance at one (T, K) that look behind its number. */
@ApiTags('Stances')
@Controller('v1/stances/:party/:issue')
export class StanceAnalysisController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get('influence')
  @Reads({
    summary: 'What the score would be without each act, and without each source',
    says:
      'As if the lens excluded it, to the bit. `influence` is the score less the score without; greatest first, ' +
      'before all what alone makes that there is a score (null). Sources are those that count for a contributing act.',
    path: inPath.cell,
    query: analysisParameters,
    answers: 'Influence',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'not-found', 'too-large'],
  })
  async influence(
    @Res() reply: FastifyReply,
    @Param('party') party: string,
    @Param('issue') issue: string,
  ): Promise<void> {
    const basis = basisOf(readParameters(reply.request.url, analysisParameters));
    const query = new GetInfluence(cellIn(party, issue), basis);
    this.answers.read(reply, await this.queries.execute(query), isLasting(basis));
  }

  @Get('breakdown')
  @Reads({
    summary: 'The stance in parts: who, or what, holds how much of it, and what each part alone would score',
    says:
      'Shares sum to 1. `by` is `speaker`, `attribution`, `kind`, `source` or `recorder` (who recorded the act ' +
      'first). An act with several counting sources counts under each with an equal part.',
    path: inPath.cell,
    query: breakdownParameters,
    answers: 'Breakdown',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'not-found'],
  })
  async breakdown(
    @Res() reply: FastifyReply,
    @Param('party') party: string,
    @Param('issue') issue: string,
  ): Promise<void> {
    const asked = readParameters(reply.request.url, breakdownParameters);
    const by = asked.requiredOneOf('by', breakdownKeys);
    const basis = basisOf(asked);
    const query = new GetBreakdown(cellIn(party, issue), by, basis);
    this.answers.read(reply, await this.queries.execute(query), isLasting(basis));
  }

  @Get('sensitivity')
  @Reads({
    summary: 'The stance under other conventions: half-life halved and doubled, all forces 1, mean, latest',
    says:
      'Half-life and forces are varied under the model asked for, where they have an effect. `robust` is true when ' +
      'the band is the same in all variants, null where there is no stance.',
    path: inPath.cell,
    query: analysisParameters,
    answers: 'Sensitivity',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'not-found'],
  })
  async sensitivity(
    @Res() reply: FastifyReply,
    @Param('party') party: string,
    @Param('issue') issue: string,
  ): Promise<void> {
    const basis = basisOf(readParameters(reply.request.url, analysisParameters));
    const query = new GetSensitivity(cellIn(party, issue), basis);
    this.answers.read(reply, await this.queries.execute(query), isLasting(basis));
  }

  @Get('revisions')
  @Reads({
    summary: 'What was learned, when, that changed the answer about one T',
    says:
      'Every event up to K that changed status, score, band, strength, contributions or pending acts at `validAt`: ' +
      'an act recorded, corrected, corroborated, retracted, reinstated or withdrawn, a source retracted, reinstated ' +
      'or regraded, the issue reframed; who recorded it, why, and the stance before and after it.',
    path: inPath.cell,
    query: revisionsParameters,
    answers: 'Revisions',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'not-found', 'too-large'],
  })
  async revisions(
    @Res() reply: FastifyReply,
    @Param('party') party: string,
    @Param('issue') issue: string,
  ): Promise<void> {
    const asked = readParameters(reply.request.url, revisionsParameters);
    const basis = basisOf(asked);
    const after = asked.integer('afterSequence', { min: 0 }) ?? 0;
    const query = new GetRevisions(cellIn(party, issue), after, basis);
    this.answers.read(reply, await this.queries.execute(query), isLasting(basis));
  }
}
