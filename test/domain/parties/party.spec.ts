import { describeParty, evolveParty, registerParty, type Party } from '../../../src/domain/parties/party.js';
import type { PartyEvent } from '../../../src/domain/shared/domain-event.js';
import { partyContent } from '../../support/contents.js';

const given = (...events: readonly PartyEvent[]): Party | null => events.reduce<Party | null>(evolveParty, null);
const revised = { reason: 'Its own name.', cause: null, content: { ...partyContent, name: 'America' } } as const;

describe('a party', () => {
  it('is registered with its content, at revision 0', () => {
    const event = registerParty(partyContent);
    expect(event).toEqual({ type: 'PartyRegistered', data: partyContent });
    expect(given(event)).toEqual({ content: partyContent, revision: 0 });
  });

  it('is described anew as a whole, with the reason', () => {
    const event = describeParty(revised);
    expect(event).toEqual({ type: 'PartyDescribed', data: revised });
    expect(given(registerParty(partyContent), event, event)).toEqual({ content: revised.content, revision: 2 });
  });
});
