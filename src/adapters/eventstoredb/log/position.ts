import type { AllStreamResolvedEvent, Position } from '@eventstore/db-client';
import type { LogPlace } from '../../../ports/event-log.js';

const form = /^(\d+)\/(\d+)$/;

/** The server's position, as a place in the log keeps it. */
export function positionText({ commit, prepare }: Position): string {
  return `${String(commit)}/${String(prepare)}`;
}

/** Null for the beginning of the log, and for a place that another kind of log gave. */
export function positionOf({ position }: LogPlace): Position | null {
  const [, commit, prepare] = form.exec(position) ?? [];
  return commit === undefined || prepare === undefined ? null : { commit: BigInt(commit), prepare: BigInt(prepare) };
}

export function positionIn({ event, commitPosition = 0n }: AllStreamResolvedEvent): Position {
  return event?.position ?? { commit: commitPosition, prepare: commitPosition };
}
