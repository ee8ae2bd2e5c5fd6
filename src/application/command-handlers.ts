import { CaptureSourceHandler } from './recording/capture-source.js';
import { CorrectActHandler } from './recording/correct-act.js';
import { CorroborateActHandler } from './recording/corroborate-act.js';
import { DescribePartyHandler } from './recording/describe-party.js';
import { DescribeSourceHandler } from './recording/describe-source.js';
import { DescribeSpeakerHandler } from './recording/describe-speaker.js';
import { EraseSourceTextHandler } from './recording/erase-source-text.js';
import { FrameIssueHandler } from './recording/frame-issue.js';
import { CheckActHandler, RecordActHandler } from './recording/record-act.js';
import { ReframeIssueHandler } from './recording/reframe-issue.js';
import { RegisterPartyHandler } from './recording/register-party.js';
import { RegisterSpeakerHandler } from './recording/register-speaker.js';
import { ReinstateActHandler } from './recording/reinstate-act.js';
import { ReinstateSourceHandler } from './recording/reinstate-source.js';
import { RetractActHandler } from './recording/retract-act.js';
import { RetractSourceHandler } from './recording/retract-source.js';

/** Everything that can be recorded. */
export const commandHandlers = [
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
