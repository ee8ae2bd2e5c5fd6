import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GetDependents } from '../../application/asking/get-dependents.js';
import { GetSourceText } from '../../application/asking/get-source-text.js';
import { GetTextRemoval } from '../../application/asking/get-text-removal.js';
import { CaptureSource } from '../../application/recording/capture-source.js';
import { idFromCommand } from '../../application/recording/derived-ids.js';
import { DescribeSource } from '../../application/recording/describe-source.js';
import { Answers } from '../answers/answers.js';
import { CatalogueAnswers } from '../answers/catalogue-answers.js';
import { BodyPipe } from '../bodies/body.pipe.js';
import { erratumOf } from '../bodies/erratum-body.js';
import { CaptureSourceBody, DescribeSourceBody, sourceContentOf } from '../bodies/source-body.js';
import { inPath } from '../openapi/path-parameters.js';
import { Reads } from '../openapi/reads.js';
import { ReadsEntries, ReadsEntry, ReadsEntryHistory } from '../openapi/reads-catalogue.js';
import { Writes } from '../openapi/writes.js';
import { basisOf, isLasting } from '../parameters/basis-of.js';
import { noParameters } from '../parameters/parameter.js';
import { readParameters } from '../parameters/read-parameters.js';
import { analysisParameters } from '../parameters/stance-parameters.js';
import { stanceRefusals } from '../problems/stance-refusals.js';
import { Envelopes } from '../requests/envelopes.js';
import { pathId } from '../requests/path-id.js';
import { linkedDependents } from '../tracing/linked-dependents.js';

const source = [inPath.source];

@ApiTags('Sources')
@Controller('v1/sources')
export class SourcesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly catalogue: CatalogueAnswers,
    private readonly answers: Answers,
    private readonly envelopes: Envelopes,
  ) {}

  @Post()
  @Writes({
    summary: 'Capture a source',
    says: 'The text is kept as sent; its SHA-256 over UTF-8 and its length in code points are answered too.',
    answers: 'SourceReceipt',
    creates: true,
    refuses: ['bad-time', 'unknown-source', 'text-erased'],
  })
  async capture(@Res() reply: FastifyReply, @Body(BodyPipe) body: CaptureSourceBody): Promise<void> {
    const envelope = this.envelopes.ofCreation(reply.request);
    const id = body.id ?? idFromCommand(envelope.command);
    const command = new CaptureSource(id, sourceContentOf(body), body.text, envelope);
    this.answers.written(reply, await this.commands.execute(command), '/v1/sources');
  }

  @Put(':id')
  @Writes({
    summary: 'Describe a source anew: everything but its text, and why',
    path: source,
    refuses: ['bad-time', 'unknown-source'],
  })
  async describe(
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body(BodyPipe) body: DescribeSourceBody,
  ): Promise<void> {
    const revised = { content: sourceContentOf(body), ...erratumOf(body) };
    const command = new DescribeSource(pathId('source', id), revised, this.envelopes.ofChange(reply.request));
    this.answers.written(reply, await this.commands.execute(command));
  }

  @Get()
  @ReadsEntries('source')
  list(@Res() reply: FastifyReply): Promise<void> {
    return this.catalogue.list(reply, 'source');
  }

  @Get(':id')
  @ReadsEntry('source')
  entry(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.catalogue.entry(reply, 'source', id);
  }

  @Get(':id/history')
  @ReadsEntryHistory('source')
  history(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    return this.catalogue.history(reply, 'source', id);
  }

  @Get(':id/dependents')
  @Reads({
    summary: 'What rests on a source: the acts that cite it, and each stance with it and without',
    says:
      'An act falls with the source when no other citation of it counts. `with` is the stance while the source ' +
      'counts, `without` while it does not (as if the lens excluded it, to the bit); `influence` is the score with ' +
      'less the score without, greatest first, before all where only one of them is a score (null). Of a retracted ' +
      'source, `without` is what stands and `with` what would stand again.',
    path: source,
    query: analysisParameters,
    answers: 'Dependents',
    etag: 'bytes',
    refuses: [...stanceRefusals, 'not-found', 'too-large'],
  })
  async dependents(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const basis = basisOf(readParameters(reply.request.url, analysisParameters));
    const query = new GetDependents(pathId('source', id), basis);
    this.answers.read(reply, linkedDependents(await this.queries.execute(query)), isLasting(basis));
  }

  @Get(':id/erasures')
  @Reads({
    summary: 'What became of the bytes of an erased text, place by place',
    says:
      'On SQLite one place, the file of the texts. On EventStoreDB each node of the cluster, which has to scavenge: ' +
      '`asked running done refused unreachable failed`, with the id of its latest scavenge and, in `detail`, why. ' +
      'What is not `done` is tried again, also after a restart. `removed` when every place is.',
    path: source,
    answers: 'TextRemoval',
    etag: 'bytes',
    refuses: ['not-found'],
  })
  async erasures(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    readParameters(reply.request.url, noParameters);
    this.answers.read(reply, await this.queries.execute(new GetTextRemoval(pathId('source', id))));
  }

  @Get(':id/text')
  @Reads({
    summary: 'Get the text of a source, as it was captured',
    path: source,
    answers: null,
    etag: 'bytes',
    refuses: ['not-found', 'text-erased', 'log-altered'],
  })
  async text(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    readParameters(reply.request.url, noParameters);
    this.answers.text(reply, await this.queries.execute(new GetSourceText(pathId('source', id))));
  }
}
