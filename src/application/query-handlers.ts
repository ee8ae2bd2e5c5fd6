import { GetAlignmentTimelineHandler } from './asking/get-alignment-timeline.js';
import { GetAlignmentHandler } from './asking/get-alignment.js';
import { GetNearestPartiesHandler } from './asking/get-nearest-parties.js';
import { GetNetworkHandler } from './asking/get-network.js';
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
import { GetTextRemovalHandler } from './asking/get-text-removal.js';
import { GetStanceMatrixHandler } from './asking/get-stance-matrix.js';
import { GetStanceHandler } from './asking/get-stance.js';
import { GetTimelineHandler } from './asking/get-timeline.js';
import { ListActsHandler } from './asking/list-acts.js';
import { ListEntriesHandler } from './asking/list-entries.js';
import { ListOpenActsHandler } from './asking/list-open-acts.js';
import { GetCheckpointHandler } from './auditing/get-checkpoint.js';
import { GetConsistencyProofHandler } from './auditing/get-consistency-proof.js';
import { GetEventProofHandler } from './auditing/get-event-proof.js';
import { GetInclusionProofHandler } from './auditing/get-inclusion-proof.js';
import { GetLogKeysHandler } from './auditing/get-log-keys.js';
import { ListLogEventsHandler } from './auditing/list-log-events.js';
import { ListShiftsHandler } from './feeding/list-shifts.js';
import { OpenFeedHandler } from './feeding/open-feed.js';
import { OpenReplayHandler } from './replaying/open-replay.js';
import { GetLogEventHandler } from './auditing/get-log-event.js';
import { GetTraceHandler } from './tracing/get-trace.js';

/** Everything that can be asked. */
export const queryHandlers = [
  ListEntriesHandler,
  GetEntryHandler,
  GetEntryHistoryHandler,
  GetSourceTextHandler,
  GetTextRemovalHandler,
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
  ListShiftsHandler,
  OpenFeedHandler,
];
