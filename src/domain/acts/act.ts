import type { ActEvent, EventOf, FirstType } from '../shared/domain-event.js';
import { firstTypeOf } from '../shared/domain-event.js';
import type { Entity } from '../shared/entity.js';
import type { Erratum } from '../shared/erratum.js';
import type { ActContent, Citation } from './act-content.js';

export interface Act extends Entity<ActContent> {
  /** Set while the act is retracted: it has no effect, whatever its content. */
  readonly retracted: Erratum | null;
  /** Every citation that any version held: its quotes were verified once and are not verified again. */
  readonly verified: readonly Citation[];
}

/**
 * What an act has become after one more event of its stream. A lens may leave later events out: what presupposes a
 * retraction that was left out then changes nothing.
 */
export function evolveAct(state: Act | null, event: ActEvent): Act {
  if (isFirst(event)) return { content: event.data, revision: 0, retracted: null, verified: event.data.citations };
  if (!state) throw new Error(`an act does not begin with ${event.type}`);
  return { ...changed(state, event), revision: state.revision + 1 };
}

const firstTypes: ReadonlySet<string> = new Set(Object.values(firstTypeOf));

/** Whether this is the event that an act's stream begins with. */
export function isFirst(event: { readonly type: string }): event is EventOf<FirstType> {
  return firstTypes.has(event.type);
}

function changed(state: Act, { type, data }: Exclude<ActEvent, EventOf<FirstType>>): Act {
  switch (type) {
    case 'ActCorrected':
      return { ...state, content: data.content, verified: [...state.verified, ...data.content.citations] };
    case 'ActCorroborated': {
      const content = { ...state.content, citations: [...state.content.citations, ...data.citations] };
      return { ...state, content, verified: [...state.verified, ...data.citations] };
    }
    case 'ActRetracted':
      return { ...state, retracted: data };
    case 'ActReinstated':
      return { ...state, retracted: null };
  }
}
