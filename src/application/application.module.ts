import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { Codec } from '../domain/shared/codec.js';
import { ActsProjection } from '../projections/acts.projection.js';
import { CatalogueProjection } from '../projections/catalogue.projection.js';
import { CellsProjection } from '../projections/cells.projection.js';
import { ShiftsDerivation } from '../projections/shifts.derivation.js';
import { ActFilters } from './asking/act-filters.js';
import { ActLabels } from './asking/act-labels.js';
import { ActViews } from './asking/act-view.js';
import { BuiltCells } from './asking/built-cells.js';
import { CitedCells } from './asking/cited-cells.js';
import { DependentActs } from './asking/dependent-acts.js';
import { DependentCells } from './asking/dependent-cells.js';
import { Entries } from './asking/entries.js';
import { EvidenceReader } from './asking/evidence.js';
import { EvidenceCells } from './asking/evidence-cells.js';
import { StanceMatrices } from './asking/stance-matrices.js';
import { LearningReader } from './asking/learning.js';
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
import { CommittedEvents } from './auditing/committed-events.js';
import { EventsBySequence } from './auditing/events-by-sequence.js';
import { Head } from './projecting/head.js';
import { LiveCatalogue } from './projecting/live-catalogue.js';
import { LiveCells } from './projecting/live-cells.js';
import { Now } from './projecting/now.js';
import { ProjectionRunner } from './projecting/projection-runner.js';
import { Projections } from './projecting/projections.js';
import { Projector } from './projecting/projector.js';
import { Recording } from './recording/recording.js';
import { QuotableTexts } from './recording/quotable-texts.js';
import { References } from './recording/references.js';
import { SimilarActs } from './recording/similar-acts.js';
import { TextErasure } from './recording/text-erasure.js';
import { EventFilters } from './feeding/event-filters.js';
import { LogTail } from './feeding/log-tail.js';
import { ShiftFilters } from './feeding/shift-filters.js';
import { CourseCells } from './replaying/course-cells.js';
import { FoldedPlaces } from './replaying/folded-places.js';
import { Publications } from './replaying/publications.js';
import { Replays } from './replaying/replays.js';
import { LogEvents } from './tracing/log-events.js';
import { Passages } from './tracing/passages.js';
import { TracedActs } from './tracing/traced-acts.js';
import { TracedContributions } from './tracing/traced-contributions.js';
import { TracedEntries } from './tracing/traced-entries.js';
import { commandHandlers } from './command-handlers.js';
import { queryHandlers } from './query-handlers.js';

const projections = [CatalogueProjection, ActsProjection, CellsProjection, ShiftsDerivation];
const projecting = [Head, Now, LiveCells, LiveCatalogue, Projections, Projector, ProjectionRunner];
const recording = [Recording, QuotableTexts, References, SimilarActs, TextErasure];
const asking = [
  Pinning,
  Questions,
  EvidenceReader,
  LearningReader,
  StanceCache,
  BuiltCells,
  CitedCells,
  EvidenceCells,
  DependentActs,
  DependentCells,
  Timelines,
  Subjects,
  Entries,
  ActViews,
  ActFilters,
  ActLabels,
  OpenMatters,
  StanceMatrices,
];
const replaying = [CourseCells, FoldedPlaces, Publications, Replays];
const feeding = [EventFilters, LogTail, ShiftFilters];
const tracing = [LogEvents, Passages, TracedEntries, TracedActs, TracedContributions];
const auditing = [Alteration, Checkpoints, CommittedEvents, EventsBySequence, LogCheck, ProvableTree];

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
    ...feeding,
    ...tracing,
    ...auditing,
    ...commandHandlers,
    ...queryHandlers,
  ],
  exports: [CqrsModule, ProjectionRunner],
})
export class ApplicationModule {}
