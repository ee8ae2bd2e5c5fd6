import { Controller, Get, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GetDifference } from '../../application/asking/get-difference.js';
import { ListDifferences } from '../../application/asking/list-differences.js';
import { Answers } from '../answers/answers.js';
import { inPath } from '../openapi/path-parameters.js';
import { Reads } from '../openapi/reads.js';
import {
  cellsShown,
  differenceParameters,
  differencesParameters,
  partsShown,
} from '../parameters/difference-parameters.js';
import { readParameters } from '../parameters/read-parameters.js';
import { areLasting, sidesOf } from '../parameters/sides-of.js';
import { stanceRefusals } from '../problems/stance-refusals.js';
import { cellIn } from '../requests/cell-in.js';

/** Stances at two bases: two T, two K, two models or two lenses. */
@ApiTags('Stances')
@Controller('v1')
export class DifferencesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get('stances/:party/:issue/diff')
  @Reads({
    summary: 'What changed between two bases: which acts entered, left, were corrected or reweighted',
    says:
      'Any parameter of a basis with `from.` or `to.` before it is that side’s; those without are common to both. ' +
      'Each act’s part of the change of score follows Bennet’s decomposition of score × Σ weights: the parts sum to ' +
      'the change, in no order of acts; an act whose share changed only because of others has the part 0.',
    path: inPath.cell,
    query: differenceParameters,
    answers: 'Difference',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'not-found'],
  })
  async difference(
    @Res() reply: FastifyReply,
    @Param('party') party: string,
    @Param('issue') issue: string,
  ): Promise<void> {
    const asked = readParameters(reply.request.url, differenceParameters);
    const sides = sidesOf(asked);
    const parts = asked.integer('parts', partsShown) ?? partsShown.default;
    const query = new GetDifference(cellIn(party, issue), sides, parts);
    this.answers.read(reply, await this.queries.execute(query), areLasting(sides));
  }

  @Get('diff')
  @Reads({
    summary: 'The cells that changed most between two bases',
    says:
      'The greatest change of score first; last those where a stance began or ended. A cell changed when its status, ' +
      'score or band did.',
    query: differencesParameters,
    answers: 'Differences',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'unknown-party', 'unknown-issue', 'too-large'],
  })
  async differences(@Res() reply: FastifyReply): Promise<void> {
    const asked = readParameters(reply.request.url, differencesParameters);
    const sides = sidesOf(asked);
    const matrix = { parties: asked.list('party'), issues: asked.list('issue') };
    const limit = asked.integer('limit', cellsShown) ?? cellsShown.default;
    const query = new ListDifferences(matrix, limit, sides);
    this.answers.read(reply, await this.queries.execute(query), areLasting(sides));
  }
}
