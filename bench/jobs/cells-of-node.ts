import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Query, QueryBus } from '@nestjs/cqrs';
import { openPorts, PortsModule } from '../../src/app.module.js';
import { ApplicationModule } from '../../src/application/application.module.js';
import { type CellId, type CellQuestion, type Question, Questions } from '../../src/application/asking/questions.js';
import { Head } from '../../src/application/projecting/head.js';
import { ProjectionRunner } from '../../src/application/projecting/projection-runner.js';
import { codeBookOf } from '../../src/domain/stances/code-book-of.js';
import { modelOf } from '../../src/domain/stances/models/model-of.js';
import type { StanceQuestion } from '../../src/domain/stances/stance-question.js';
import type { StanceSummary } from '../../src/domain/stances/stance.js';
import { summaryOf } from '../../src/domain/stances/summary-of.js';
import type { Cell } from '../../src/domain/stances/cell.js';
import { Catalogue } from '../../src/ports/catalogue.js';
import type { Cells } from '../../src/ports/cells.js';
import type { CellKey } from '../../src/ports/projection.js';
import { catalogueSize, issueId, partyId } from '../history/catalogue.js';
import { configIn } from '../processes/config-in.js';
import type { CellQuestionAsked } from './questions.js';
import type { SumAsked } from './sums-in-sql.js';

@Module({})
class BenchModule {}

/** One question, ready to be asked in each way that is measured. */
export interface PreparedQuestion {
  readonly cell: CellQuestion['cell'];
  readonly withdrawals: CellQuestion['withdrawals'];
  readonly question: StanceQuestion;
  readonly inSql: SumAsked;
  /** As the application does it: finds the cell, and the issue's bands and half-life at K, then scans. */
  ask(): StanceSummary;
}

export interface CellsOfNode {
  /** The last sequence of the log. */
  readonly head: number;
  /** Every cell of the history. */
  all(): Generator<{ readonly key: CellKey; readonly cell: Cell }>;
  prepare(asked: CellQuestionAsked): PreparedQuestion;
  ask<R>(query: Query<R>): Promise<R>;
  close(): Promise<void>;
}

/** The application on the history in the folder, without doors. */
export async function cellsIn(folder: string): Promise<CellsOfNode> {
  const config = configIn(folder);
  const ports = await openPorts(config);
  const imports = [PortsModule.of(ports, config), ApplicationModule];
  const context = await NestFactory.createApplicationContext({ module: BenchModule, imports }, { logger: false });
  await context.get(ProjectionRunner).start();
  const asking = { questions: context.get(Questions), catalogue: context.get(Catalogue) };
  const { sequence } = context.get(Head);
  return {
    head: sequence,
    ask: (query) => context.get(QueryBus).execute(query),
    all: () => everyCell(asking.catalogue, ports.views.cells),
    prepare: (asked) => prepare(asked, Math.ceil(asked.known * sequence), asking),
    close: () => context.close(),
  };
}

interface Asking {
  readonly questions: Questions;
  readonly catalogue: Catalogue;
}

function prepare(asked: CellQuestionAsked, sequence: number, { questions, catalogue }: Asking): PreparedQuestion {
  const { party, issue, validAt } = asked;
  const id: CellId = { party, issue };
  const question: Question = {
    validAt,
    knownAt: { sequence, recordedAt: null, settled: true },
    model: modelOf('decayed-mean', 1),
    codeBook: codeBookOf(1),
    lens: {},
  };
  const { cell, withdrawals, lens } = questions.cell(question, id);
  const numbers = { party: catalogue.numberOf('party', party) ?? 0, issue: catalogue.numberOf('issue', issue) ?? 0 };
  return {
    cell,
    withdrawals,
    question: { ...lens, contributionsMax: 0 },
    inSql: { ...numbers, validAt, sequence, halfLifeDays: lens.halfLifeDays },
    ask() {
      const found = questions.cell(question, id);
      return summaryOf(found.cell, found.withdrawals, found.lens);
    },
  };
}

function* everyCell(catalogue: Catalogue, cells: Cells): Generator<{ readonly key: CellKey; readonly cell: Cell }> {
  for (let party = 0; party < catalogueSize.parties; party++) {
    for (let issue = 0; issue < catalogueSize.issues; issue++) {
      const key = {
        party: catalogue.numberOf('party', partyId(party)) ?? 0,
        issue: catalogue.numberOf('issue', issueId(issue)) ?? 0,
      };
      yield { key, cell: cells.cell(key) };
    }
  }
}
