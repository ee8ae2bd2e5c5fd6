import { Controller, Get, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GetTrace } from '../../application/tracing/get-trace.js';
import { Answers } from '../answers/answers.js';
import { inPath } from '../openapi/path-parameters.js';
import { Reads } from '../openapi/reads.js';
import { basisOf } from '../parameters/basis-of.js';
import { contributionsOf } from '../parameters/contributions-of.js';
import { readParameters } from '../parameters/read-parameters.js';
import { stanceParameters } from '../parameters/stance-parameters.js';
import { accepted } from '../requests/accepted.js';
import { pathId } from '../requests/path-id.js';
import { linkedTrace } from '../tracing/linked-trace.js';
import { traceFile, traceMediaTypes } from '../tracing/trace-file.js';

const says =
  'Contributions with every factor of their weight, the acts with all their versions, their quotes in their ' +
  'surroundings, the sources, and the events of the log by which all of it was recorded. Links lead to each hop on ' +
  'the same basis. The surroundings of quotes last as long as the text: an erasure changes them for every basis. ' +
  'By `Accept` the same as W3C PROV-JSON, or its quotes as a collection of W3C Web Annotations (JSON-LD); their ' +
  'basis stands in the header `Demarche-Basis`.';

@ApiTags('Audit')
@Controller('v1/trace')
export class TraceController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get(':party/:issue')
  @Reads({
    summary: 'Why a stance is what it is: from the number to the quotes, and to who recorded them',
    says,
    path: inPath.cell,
    query: stanceParameters,
    answers: 'Trace',
    alsoAs: { [traceMediaTypes.prov]: 'ProvDocument', [traceMediaTypes.annotations]: 'AnnotationCollection' },
    etag: 'bytes',
    refuses: [
      ...(['bad-time', 'beyond-head', 'unknown-speaker', 'unknown-source', 'behind'] as const),
      ...(['not-found', 'not-acceptable', 'too-large', 'log-away'] as const),
    ],
  })
  async trace(@Res() reply: FastifyReply, @Param('party') party: string, @Param('issue') issue: string): Promise<void> {
    const { url, headers } = reply.request;
    void reply.header('vary', 'Accept');
    const format = accepted(headers.accept, traceMediaTypes);
    const asked = readParameters(url, stanceParameters);
    const cell = { party: pathId('party', party), issue: pathId('issue', issue) };
    const query = new GetTrace(cell, basisOf(asked), contributionsOf(asked));
    const trace = await this.queries.execute(query);
    // Never for good: what is erased must not live on in caches.
    if (format === 'json') this.answers.read(reply, linkedTrace(trace));
    else this.answers.file(reply, traceFile(trace, format), false);
  }
}
