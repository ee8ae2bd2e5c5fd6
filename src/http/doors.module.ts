import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Answers } from './answers/answers.js';
import { CatalogueAnswers } from './answers/catalogue-answers.js';
import { ActChangesController } from './controllers/act-changes.controller.js';
import { ActsController } from './controllers/acts.controller.js';
import { AlignmentController } from './controllers/alignment.controller.js';
import { DifferencesController } from './controllers/differences.controller.js';
import { HealthController } from './controllers/health.controller.js';
import { IssuesController } from './controllers/issues.controller.js';
import { LogEventsController } from './controllers/log-events.controller.js';
import { LogController } from './controllers/log.controller.js';
import { MetricsController } from './controllers/metrics.controller.js';
import { PartiesController } from './controllers/parties.controller.js';
import { ReplayController } from './controllers/replay.controller.js';
import { SourceChangesController } from './controllers/source-changes.controller.js';
import { SourcesController } from './controllers/sources.controller.js';
import { SpeakersController } from './controllers/speakers.controller.js';
import { ShiftsController } from './controllers/shifts.controller.js';
import { StanceAnalysisController } from './controllers/stance-analysis.controller.js';
import { StancesController } from './controllers/stances.controller.js';
import { StreamController } from './controllers/stream.controller.js';
import { TraceController } from './controllers/trace.controller.js';
import { ProblemFilter } from './problems/problem-filter.js';
import { Envelopes } from './requests/envelopes.js';
import { RequestCounts } from './server/request-counts.js';
import { RouteTable } from './server/route-table.js';
import { OpenStreams } from './streaming/open-streams.js';

/**
 * Every HTTP door. Whoever composes it provides `HttpSettings` and the buses of `@nestjs/cqrs` to all modules, and
 * calls `configureHttp` on the application.
 */
@Module({
  controllers: [
    PartiesController,
    SpeakersController,
    IssuesController,
    SourcesController,
    SourceChangesController,
    ActsController,
    ActChangesController,
    StancesController,
    StanceAnalysisController,
    DifferencesController,
    AlignmentController,
    ReplayController,
    ShiftsController,
    StreamController,
    TraceController,
    LogEventsController,
    LogController,
    HealthController,
    MetricsController,
  ],
  providers: [
    Answers,
    CatalogueAnswers,
    Envelopes,
    RequestCounts,
    RouteTable,
    OpenStreams,
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class DoorsModule {}
