import { firstTypeOf } from '../domain/shared/domain-event.js';
import type { ActEvent, DomainEvent, EventOf, SourceEvent } from '../domain/shared/domain-event.js';

const actTypes: ReadonlySet<string> = new Set<ActEvent['type']>([
  ...Object.values(firstTypeOf),
  'ActCorrected',
  'ActCorroborated',
  'ActRetracted',
  'ActReinstated',
]);

/** The event, when it belongs to an act's stream. */
export function actEventOf(event: DomainEvent): ActEvent | null {
  return isActEvent(event) ? event : null;
}

function isActEvent(event: DomainEvent): event is ActEvent {
  return actTypes.has(event.type);
}

/** Events that may change which citations count, or for how much. */
type RegradingEvent = Exclude<SourceEvent, EventOf<'SourceCaptured' | 'SourceTextErased'>>;

/** The event, when it may change which citations count, or for how much. */
export function regradingOf(event: DomainEvent): RegradingEvent | null {
  const { type } = event;
  return type === 'SourceDescribed' || type === 'SourceRetracted' || type === 'SourceReinstated' ? event : null;
}
