import type { EventOf, PartyEvent, Revised } from '../shared/domain-event.js';
import type { Entity } from '../shared/entity.js';
import type { PartyContent } from './party-content.js';

export type Party = Entity<PartyContent>;

export function evolveParty(state: Party | null, { type, data }: PartyEvent): Party {
  switch (type) {
    case 'PartyRegistered':
      return { content: data, revision: 0 };
    case 'PartyDescribed':
      return { content: data.content, revision: (state?.revision ?? -1) + 1 };
  }
}

export function registerParty(content: PartyContent): EventOf<'PartyRegistered'> {
  return { type: 'PartyRegistered', data: content };
}

export function describeParty(revised: Revised<PartyContent>): EventOf<'PartyDescribed'> {
  return { type: 'PartyDescribed', data: revised };
}
