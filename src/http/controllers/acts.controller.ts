import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GetAct } from '../../application/asking/get-act.js';
import { GetActHistory } from '../../application/asking/get-act-history.js';
import { ListActs } from '../../application/asking/list-acts.js';
import { ListOpenActs } from '../../application/asking/list-open-acts.js';
import { idFromCommand } from '../../application/recording/derived-ids.js';
import { CheckAct, RecordAct } from '../../application/recording/record-act.js';
import { actKinds } from '../../domain/acts/act-kind.js';
import { refuseIf } from '../../domain/shared/check.js';
import { Answers } from '../answers/answers.js';
import { entryParameters } from '../answers/catalogue-answers.js';
import { actClaimOf, RecordActBody } from '../bodies/act-body.js';
import { BodyPipe } from '../bodies/body.pipe.js';
import { inPath } from '../openapi/path-parameters.js';
import { Reads } from '../openapi/reads.js';
import { actRefusals, Writes } from '../openapi/writes.js';
import { actListParameters, recordingParameters } from '../parameters/act-parameters.js';
import type { Asked } from '../parameters/asked.js';
import { knowledgeOf } from '../parameters/knowledge-of.js';
import { pageOf } from '../parameters/page-parameters.js';
import { readParameters } from '../parameters/read-parameters.js';
import { Envelopes } from '../requests/envelopes.js';
import { pathId } from '../requests/path-id.js';

@ApiTags('Acts')
@Controller('v1/acts')
export class ActsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly envelopes: Envelopes,
  ) {}

  @Post()
  @Writes({
    summary: 'Record an act',
    says: 'Every quote is verified in its source first; what does not match is refused, with suggestions.',
    query: recordingParameters,
    answers: 'ActReceipt',
    checks: 'CheckedAct',
    creates: true,
    refuses: [...actRefusals, 'likely-duplicate'],
  })
  async record(@Res() reply: FastifyReply, @Body(BodyPipe) body: RecordActBody): Promise<void> {
    const envelope = this.envelopes.ofCreation(reply.request, recordingParameters);
    const asked = readParameters(reply.request.url, recordingParameters);
    const onSimilar = asked.oneOf('similar', ['refuse', 'tell']) ?? 'tell';
    const claim = actClaimOf(body);
    const id = body.id?.toLowerCase() ?? idFromCommand(envelope.command);
    if (asked.flag('dryRun')) {
      const checked = await this.commands.execute(new CheckAct(id, claim, envelope, onSimilar));
      this.answers.passing(reply.code(200), JSON.stringify(checked));
    } else {
      const receipt = await this.commands.execute(new RecordAct(id, claim, envelope, onSimilar));
      this.answers.written(reply, receipt, '/v1/acts');
    }
  }

  @Get()
  @Reads({
    summary: 'List acts, newest first, retracted ones too',
    says: 'Or open matters: with `open=true` those in force at T that hold something out, each with its standing.',
    query: actListParameters,
    answers: ['ActPage', 'OpenActPage'],
    etag: 'bytes',
    refuses: ['bad-time', 'unknown-party', 'unknown-issue', 'unknown-speaker', 'unknown-source'],
  })
  async list(@Res() reply: FastifyReply): Promise<void> {
    const asked = readParameters(reply.request.url, actListParameters);
    const listing = { ...filterOf(asked), ...pageOf(asked), knowledge: knowledgeOf(asked) };
    const validAt = asked.text('validAt');
    if (asked.flag('open')) {
      const isLasting = validAt !== null && listing.knowledge.atSequence !== null;
      this.answers.read(reply, await this.queries.execute(new ListOpenActs(listing, validAt)), isLasting);
    } else {
      const detail = 'All acts are listed, whenever they count; `validAt` goes with `open=true`.';
      refuseIf(validAt !== null, 'invalid', { pointer: '?validAt', detail });
      this.answers.read(reply, await this.queries.execute(new ListActs(listing)));
    }
  }

  @Get(':id')
  @Reads({
    summary: 'Get an act',
    path: [inPath.act],
    query: entryParameters,
    answers: 'Act',
    etag: 'revision',
    refuses: ['not-found'],
  })
  async act(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const knowledge = knowledgeOf(readParameters(reply.request.url, entryParameters));
    this.answers.entity(reply, await this.queries.execute(new GetAct(pathId('act', id), knowledge)));
  }

  @Get(':id/history')
  @Reads({
    summary: 'Get every version of an act, with who, when, why',
    path: [inPath.act],
    query: entryParameters,
    answers: 'ActHistory',
    etag: 'bytes',
    refuses: ['not-found'],
  })
  async history(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const knowledge = knowledgeOf(readParameters(reply.request.url, entryParameters));
    this.answers.read(reply, await this.queries.execute(new GetActHistory(pathId('act', id), knowledge)));
  }
}

function filterOf(
  asked: Asked,
): Pick<ListActs['listing'], 'party' | 'issue' | 'kind' | 'speaker' | 'source' | 'from' | 'to'> {
  return {
    party: asked.text('party'),
    issue: asked.text('issue'),
    kind: asked.oneOf('kind', actKinds),
    speaker: asked.text('speaker'),
    source: asked.text('source'),
    from: asked.text('from'),
    to: asked.text('to'),
  };
}
