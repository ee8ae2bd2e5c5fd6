import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GetAlignment } from '../../application/asking/get-alignment.js';
import { GetAlignmentTimeline } from '../../application/asking/get-alignment-timeline.js';
import { GetNearestParties } from '../../application/asking/get-nearest-parties.js';
import { GetNetwork } from '../../application/asking/get-network.js';
import { Answers } from '../answers/answers.js';
import { networkFile, networkFormats, networkMediaTypes } from '../networks/network-file.js';
import { Reads } from '../openapi/reads.js';
import {
  alignmentParameters,
  alignmentTimelineParameters,
  minIssuesRange,
  nearestParameters,
  networkParameters,
} from '../parameters/alignment-parameters.js';
import { basisOf, isLasting } from '../parameters/basis-of.js';
import { readParameters } from '../parameters/read-parameters.js';

const refuses = [
  ...(['bad-time', 'beyond-head', 'unknown-party', 'unknown-issue', 'unknown-speaker', 'unknown-source'] as const),
  ...(['too-large', 'behind'] as const),
];

@ApiTags('Alignment')
@Controller('v1/alignment')
export class AlignmentController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get()
  @Reads({
    summary: 'How near parties are to each other, pair by pair, on each issue and over all',
    says: 'Over the issues on which both have a score: 1 − mean |score of a − score of b| / 2; and in the same band.',
    query: alignmentParameters,
    answers: 'Alignment',
    etag: 'bytes',
    refuses,
  })
  async pairs(@Res() reply: FastifyReply): Promise<void> {
    const asked = readParameters(reply.request.url, alignmentParameters);
    const basis = basisOf(asked);
    const cells = { parties: asked.list('parties'), issues: asked.list('issue') };
    this.answers.read(reply, await this.queries.execute(new GetAlignment(cells, basis)), isLasting(basis));
  }

  @Get('timeline')
  @Reads({
    summary: 'How near two parties were over time: segments that tile [from, to)',
    says: 'A step is where n, alignment or agreement changes, with the acts that made it.',
    query: alignmentTimelineParameters,
    answers: 'AlignmentTimeline',
    etag: 'bytes',
    refuses,
  })
  async timeline(@Res() reply: FastifyReply): Promise<void> {
    const asked = readParameters(reply.request.url, alignmentTimelineParameters);
    const basis = basisOf(asked);
    const period = { from: asked.text('from'), to: asked.text('to') };
    const question = { parties: asked.list('parties') ?? [], issues: asked.list('issue'), ...period };
    this.answers.read(reply, await this.queries.execute(new GetAlignmentTimeline(question, basis)), isLasting(basis));
  }

  @Get('nearest')
  @Reads({
    summary: 'The other parties, the nearest first',
    query: nearestParameters,
    answers: 'NearestParties',
    etag: 'bytes',
    refuses,
  })
  async nearest(@Res() reply: FastifyReply): Promise<void> {
    const asked = readParameters(reply.request.url, nearestParameters);
    const basis = basisOf(asked);
    const minIssues = asked.integer('minIssues', minIssuesRange) ?? minIssuesRange.default;
    const question = { party: asked.required('party'), issues: asked.list('issue'), minIssues };
    this.answers.read(reply, await this.queries.execute(new GetNearestParties(question, basis)), isLasting(basis));
  }

  @Get('network')
  @Reads({
    summary: 'Parties and issues, or parties alone, as a network: GraphML or CSV',
    says: 'The basis stands in the header `Demarche-Basis`, in GraphML also in the file.',
    query: networkParameters,
    answers: null,
    media: Object.values(networkMediaTypes),
    etag: 'bytes',
    refuses,
  })
  async network(@Res() reply: FastifyReply): Promise<void> {
    const asked = readParameters(reply.request.url, networkParameters);
    const basis = basisOf(asked);
    const mode = asked.oneOf('mode', ['two', 'one']) ?? 'two';
    const format = asked.oneOf('format', networkFormats) ?? 'graphml';
    const cells = { parties: asked.list('parties'), issues: asked.list('issue') };
    const network = await this.queries.execute(new GetNetwork(mode, cells, basis));
    this.answers.file(reply, networkFile(network, format), isLasting(basis));
  }
}
