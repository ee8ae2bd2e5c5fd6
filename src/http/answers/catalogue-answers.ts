import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { GetEntry } from '../../application/asking/get-entry.js';
import { GetEntryHistory } from '../../application/asking/get-entry-history.js';
import { ListEntries } from '../../application/asking/list-entries.js';
import type { EntityKind } from '../../domain/shared/stream.js';
import { knowledgeOf } from '../parameters/knowledge-of.js';
import { knowledgeParameters } from '../parameters/knowledge-parameters.js';
import { pageOf, pageParameters } from '../parameters/page-parameters.js';
import { parameters } from '../parameters/parameter.js';
import { readParameters } from '../parameters/read-parameters.js';
import { pathId } from '../requests/path-id.js';
import { Answers } from './answers.js';

type CatalogueKind = Exclude<EntityKind, 'act'>;

export const listParameters = parameters(pageParameters, knowledgeParameters);
export const entryParameters = parameters(knowledgeParameters);

/** Parties, speakers, issues and sources are read in the same three ways. */
@Injectable()
export class CatalogueAnswers {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
  ) {}

  async list(reply: FastifyReply, kind: CatalogueKind): Promise<void> {
    const asked = readParameters(reply.request.url, listParameters);
    const question = { ...pageOf(asked), knowledge: knowledgeOf(asked) };
    this.answers.read(reply, await this.queries.execute(new ListEntries(kind, question)));
  }

  async entry(reply: FastifyReply, kind: CatalogueKind, id: string): Promise<void> {
    const knowledge = knowledgeOf(readParameters(reply.request.url, entryParameters));
    this.answers.entity(reply, await this.queries.execute(new GetEntry(kind, pathId(kind, id), knowledge)));
  }

  async history(reply: FastifyReply, kind: CatalogueKind, id: string): Promise<void> {
    const knowledge = knowledgeOf(readParameters(reply.request.url, entryParameters));
    this.answers.read(reply, await this.queries.execute(new GetEntryHistory(kind, pathId(kind, id), knowledge)));
  }
}
