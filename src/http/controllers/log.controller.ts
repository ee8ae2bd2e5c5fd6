import { Controller, Get, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GetCheckpoint } from '../../application/auditing/get-checkpoint.js';
import { GetConsistencyProof } from '../../application/auditing/get-consistency-proof.js';
import { GetEventProof } from '../../application/auditing/get-event-proof.js';
import { GetInclusionProof } from '../../application/auditing/get-inclusion-proof.js';
import { GetLogKeys } from '../../application/auditing/get-log-keys.js';
import { ListLogEvents } from '../../application/auditing/list-log-events.js';
import { Answers } from '../answers/answers.js';
import { inPath } from '../openapi/path-parameters.js';
import { Reads } from '../openapi/reads.js';
import {
  consistencyParameters,
  inclusionParameters,
  logPageOf,
  logPageParameters,
  neededNumber,
} from '../parameters/log-parameters.js';
import { noParameters } from '../parameters/parameter.js';
import { readParameters } from '../parameters/read-parameters.js';
import { pathSequence } from '../requests/path-sequence.js';

const refuses = ['log-altered', 'behind', 'log-away'] as const;

@ApiTags('Audit')
@Controller('v1/log')
export class LogController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  @Get('checkpoint')
  @Reads({
    summary: 'The signed checkpoint of the log, as far as this node has projected it',
    says: 'A signed note (C2SP tlog-checkpoint): size and root of the Merkle tree over all events (RFC 9162).',
    answers: null,
    etag: 'bytes',
    refuses: [...refuses, 'not-found'],
  })
  async checkpoint(@Res() reply: FastifyReply): Promise<void> {
    readParameters(reply.request.url, noParameters);
    this.answers.text(reply, await this.queries.execute(new GetCheckpoint()));
  }

  @Get('keys')
  @Reads({
    summary: 'The public keys that checkpoints are signed with, the current one first',
    says: 'Get them once on a way that you trust: a server that lies about its log lies about its keys.',
    answers: 'LogKeys',
    etag: 'bytes',
    refuses: ['behind'],
  })
  async keys(@Res() reply: FastifyReply): Promise<void> {
    readParameters(reply.request.url, noParameters);
    this.answers.read(reply, await this.queries.execute(new GetLogKeys()));
  }

  @Get('proofs/inclusion')
  @Reads({
    summary: 'Prove that an event is in the log',
    query: inclusionParameters,
    answers: 'InclusionProof',
    etag: 'bytes',
    refuses: [...refuses, 'beyond-head'],
  })
  async inclusion(@Res() reply: FastifyReply): Promise<void> {
    const asked = readParameters(reply.request.url, inclusionParameters);
    const size = asked.unsigned('size');
    const query = new GetInclusionProof(neededNumber(asked, 'sequence'), size);
    this.answers.read(reply, await this.queries.execute(query), size !== null);
  }

  @Get('proofs/consistency')
  @Reads({
    summary: 'Prove that a state of the log continues an earlier one',
    query: consistencyParameters,
    answers: 'ConsistencyProof',
    etag: 'bytes',
    refuses: [...refuses, 'beyond-head'],
  })
  async consistency(@Res() reply: FastifyReply): Promise<void> {
    const asked = readParameters(reply.request.url, consistencyParameters);
    const to = asked.unsigned('to');
    const query = new GetConsistencyProof(neededNumber(asked, 'from'), to);
    this.answers.read(reply, await this.queries.execute(query), to !== null);
  }

  @Get('events')
  @Reads({
    summary: 'List events as they stand in the log, in its order',
    says: '`data` is JSON text to the byte as stored; no text of a source is in it.',
    query: logPageParameters,
    answers: 'LogPage',
    etag: 'bytes',
    refuses,
  })
  async events(@Res() reply: FastifyReply): Promise<void> {
    const { after, limit } = logPageOf(readParameters(reply.request.url, logPageParameters));
    this.answers.read(reply, await this.queries.execute(new ListLogEvents(after, limit)));
  }

  @Get('events/:sequence/proof')
  @Reads({
    summary: 'Get the proof of an event in a file of its own, to be checked offline',
    says: 'A `.tlog-proof` (C2SP): `extra` is the leaf, whose hash is proven to be in the checkpoint at its end.',
    path: [inPath.event],
    answers: null,
    etag: 'bytes',
    refuses: [...refuses, 'not-found'],
  })
  async proof(@Res() reply: FastifyReply, @Param('sequence') sequence: string): Promise<void> {
    readParameters(reply.request.url, noParameters);
    this.answers.text(reply, await this.queries.execute(new GetEventProof(pathSequence(sequence))));
  }
}
