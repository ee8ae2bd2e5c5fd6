import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { Codec } from '../domain/shared/codec.js';
import { ActsProjection } from '../projections/acts.projection.js';
import { CatalogueProjection } from '../projections/catalogue.projection.js';
import { CellsProjection } from '../projections/cells.projection.js';
import { ActFilters } from './asking/act-filters.js';
import { ActViews } from './asking/act-view.js';
import { DependentActs } from './asking/dependent-acts.js';
import { DependentCells } from './asking/dependent-cells.js';
import { Entries } from './asking/entries.js';
import { EvidenceReader } from './asking/evidence.js';
import { EvidenceCells } from './asking/evidence-cells.js';
import { GetAlignmentTimelineHandler } from './asking/get-alignment-timeline.js';
import { GetAlignmentHandler } from './asking/get-alignment.js';
import { GetNearestPartiesHandler } from './asking/get-nearest-parties.js';
import { GetNetworkHandler } from './asking/get-network.js';
import { StanceMatrices } from './asking/stance-matrices.js';
import { LearningReader } from './asking/learning.js';
import { GetRevisionsHandler } from './asking/get-revisions.js';
import { GetDifferenceHandler } from './asking/get-difference.js';
import { ListDifferencesHandler } from './asking/list-differences.js';
import { GetBreakdownHandler } from './asking/get-breakdown.js';
import { GetSensitivityHandler } from './asking/get-sensitivity.js';
import { GetActHistoryHandler } from './asking/get-act-history.js';
import { GetActHandler } from './asking/get-act.js';
import { GetDependentsHandler } from './asking/get-dependents.js';
import { GetEntryHistoryHandler } from './asking/get-entry-history.js';
import { GetEntryHandler } from './asking/get-entry.js';
import { GetInfluenceHandler } from './asking/get-influence.js';
import { GetReadinessHandler } from './asking/get-readiness.js';
import { GetShiftsHandler } from './asking/get-shifts.js';
import { GetSourceTextHandler } from './asking/get-source-text.js';
import { GetStanceMatrixHandler } from './asking/get-stance-matrix.js';
import { GetStanceHandler } from './asking/get-stance.js';
import { GetTimelineHandler } from './asking/get-timeline.js';
import { ListActsHandler } from './asking/list-acts.js';
import { ListEntriesHandler } from './asking/list-entries.js';
import { ListOpenActsHandler } from './asking/list-open-acts.js';
import { OpenMatters } from './asking/open-matters.js';
import { Pinning } from './asking/pinning.js';
import { Questions } from './asking/questions.js';
import { StanceCache } from './asking/stance-cache.js';
import { Subjects } from './asking/subjects.js';
import { Timelines } from './asking/timelines.js';
import { Alteration } from './auditing/alteration.js';
import { Checkpoints } from './auditing/checkpoints.js';
import { LogCheck } from './auditing/log-check.js';
import { ProvableTree } from './auditing/provable-tree.js';
import { EventsBySequence } from './auditing/events-by-sequence.js';
import { GetCheckpointHandler } from './auditing/get-checkpoint.js';
import { GetConsistencyProofHandler } from './auditing/get-consistency-proof.js';
import { GetEventProofHandler } from './auditing/get-event-proof.js';
import { GetInclusionProofHandler } from './auditing/get-inclusion-proof.js';
import { GetLogKeysHandler } from './auditing/get-log-keys.js';
import { ListLogEventsHandler } from './auditing/list-log-events.js';
import { Head } from './projecting/head.js';
import { LiveCatalogue } from './projecting/live-catalogue.js';
import { LiveCells } from './projecting/live-cells.js';
import { Now } from './projecting/now.js';
import { ProjectionRunner } from './projecting/projection-runner.js';
import { Projections } from './projecting/projections.js';
import { Projector } from './projecting/projector.js';
import { CaptureSourceHandler } from './recording/capture-source.js';
import { CorrectActHandler } from './recording/correct-act.js';
import { CorroborateActHandler } from './recording/corroborate-act.js';
import { DescribePartyHandler } from './recording/describe-party.js';
import { DescribeSourceHandler } from './recording/describe-source.js';
import { DescribeSpeakerHandler } from './recording/describe-speaker.js';
import { EraseSourceTextHandler } from './recording/erase-source-text.js';
import { FrameIssueHandler } from './recording/frame-issue.js';
import { CheckActHandler, RecordActHandler } from './recording/record-act.js';
import { Recording } from './recording/recording.js';
import { References } from './recording/references.js';
import { ReframeIssueHandler } from './recording/reframe-issue.js';
import { RegisterPartyHandler } from './recording/register-party.js';
import { RegisterSpeakerHandler } from './recording/register-speaker.js';
import { ReinstateActHandler } from './recording/reinstate-act.js';
import { ReinstateSourceHandler } from './recording/reinstate-source.js';
import { RetractActHandler } from './recording/retract-act.js';
import { RetractSourceHandler } from './recording/retract-source.js';
import { SimilarActs } from './recording/similar-acts.js';
import { TextErasure } from './recording/text-erasure.js';
import { CourseCells } from './replaying/course-cells.js';
import { OpenReplayHandler } from './replaying/open-replay.js';
import { Replays } from './replaying/replays.js';
import { GetLogEventHandler } from './tracing/get-log-event.js';
import { GetTraceHandler } from './tracing/get-trace.js';
import { LogEvents } from './tracing/log-events.js';
import { Passages } from './tracing/passages.js';
import { TracedActs } from './tracing/traced-acts.js';
import { TracedContributions } from './tracing/traced-contributions.js';
import { TracedEntries } from './tracing/traced-entries.js';

const projections = [CatalogueProjection, ActsProjection, CellsProjection];
const projecting = [Head, Now, LiveCells, LiveCatalogue, Projections, Projector, ProjectionRunner];
const recording = [Recording, References, SimilarActs, TextErasure];
const asking = [
  Pinning,
  Questions,
  EvidenceReader,
  LearningReader,
  StanceCache,
  EvidenceCells,
  DependentActs,
  DependentCells,
  Timelines,
  Subjects,
  Entries,
  ActViews,
  ActFilters,
  OpenMatters,
  StanceMatrices,
];
const replaying = [CourseCells, Replays];
const tracing = [LogEvents, Passages, TracedEntries, TracedActs, TracedContributions];
const auditing = [Alteration, Checkpoints, EventsBySequence, LogCheck, ProvableTree];

const commands = [
  RegisterPartyHandler,
  DescribePartyHandler,
  RegisterSpeakerHandler,
  DescribeSpeakerHandler,
  FrameIssueHandler,
  ReframeIssueHandler,
  CaptureSourceHandler,
  DescribeSourceHandler,
  RetractSourceHandler,
  ReinstateSourceHandler,
  EraseSourceTextHandler,
  RecordActHandler,
  CheckActHandler,
  CorrectActHandler,
  CorroborateActHandler,
  RetractActHandler,
  ReinstateActHandler,
];

const queries = [
  ListEntriesHandler,
  GetEntryHandler,
  GetEntryHistoryHandler,
  GetSourceTextHandler,
  ListActsHandler,
  ListOpenActsHandler,
  GetActHandler,
  GetActHistoryHandler,
  GetStanceHandler,
  GetStanceMatrixHandler,
  GetTimelineHandler,
  GetShiftsHandler,
  GetAlignmentHandler,
  GetAlignmentTimelineHandler,
  GetNearestPartiesHandler,
  GetNetworkHandler,
  GetInfluenceHandler,
  GetDependentsHandler,
  GetBreakdownHandler,
  GetDifferenceHandler,
  ListDifferencesHandler,
  GetRevisionsHandler,
  GetSensitivityHandler,
  GetReadinessHandler,
  GetTraceHandler,
  GetLogEventHandler,
  GetCheckpointHandler,
  GetConsistencyProofHandler,
  GetEventProofHandler,
  GetInclusionProofHandler,
  GetLogKeysHandler,
  ListLogEventsHandler,
  OpenReplayHandler,
];

/** Everything between the doors and the ports; the ports themselves are provided by the composition root. */
@Module({
  imports: [CqrsModule.forRoot(), DiscoveryModule],
  providers: [
    { provide: Codec, useFactory: () => new Codec() },
    ...projections,
    ...projecting,
    ...recording,
    ...asking,
    ...replaying,
    ...tracing,
    ...auditing,
    ...commands,
    ...queries,
  ],
  exports: [CqrsModule, ProjectionRunner],
})
export class ApplicationModule {}
