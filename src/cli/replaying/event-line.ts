import type { ReplayEventView } from '../../application/replaying/views.js';
import { plain } from '../terminal/plain.js';
import { shortTime } from '../terminal/short-time.js';
import { signed } from '../terminal/signed.js';

/** An event in one line: when by the replay's clock, which stance, what became of it, through what. */
export function eventLine(event: ReplayEventView): string {
  const { clock, party, issue, before, after } = event;
  const band = after.band === null ? after.status : plain(after.band);
  const change = `${signed(before.score)} → ${signed(after.score)} ${band}`;
  return [shortTime(clock), `${party} on ${issue}`, change, why(event)].join('  ');
}

function why({ act, kind, occurred, sequence }: ReplayEventView): string {
  const event = sequence === null ? '' : `event ${sequence}: `;
  if (act === null) return `${event}what the log holds of the issue or of mandates`;
  return `${event}${kind ?? 'act'} of ${occurred ?? '?'}, act ${act}`;
}
