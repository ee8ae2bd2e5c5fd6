import type { Mandate } from '../../../src/domain/parties/speaker-content.js';
import { describeSpeaker, evolveSpeaker, registerSpeaker, type Speaker } from '../../../src/domain/parties/speaker.js';
import type { SpeakerEvent } from '../../../src/domain/shared/domain-event.js';
import { refusalOf } from '../acts/act-story.js';

const spell = (from: string, until: string | null): Mandate => ({ party: 'russia', role: 'envoy', from, until });
const speaker = (...mandates: readonly Mandate[]) => ({ name: 'A. Envoy', mandates });
const given = (...events: readonly SpeakerEvent[]): Speaker | null =>
  events.reduce<Speaker | null>(evolveSpeaker, null);

describe('a speaker', () => {
  it('is registered with any number of mandates, at revision 0', () => {
    const content = speaker(spell('2020', '2021'), spell('2021', null));
    expect(given(registerSpeaker(content))).toEqual({ content, revision: 0 });
    expect(given(registerSpeaker(speaker()))?.content.mandates).toEqual([]);
  });

  it('is described anew as a whole, mandates too', () => {
    const revised = { reason: 'Left.', cause: null, content: speaker() };
    const story = [registerSpeaker(speaker(spell('2020', null))), describeSpeaker(revised)];
    expect(given(...story)).toEqual({ content: speaker(), revision: 1 });
  });
});

describe('a mandate', () => {
  it.each([
    ['2025-01-21', null],
    ['2025-01-21', '2025-01-21'],
    ['2025-06', '2025'],
    ['2025-01-21T00:00:00Z', '2025-01-21T00:00:00.001Z'],
  ])('may last from %s until %s', (from, until) => {
    expect(refusalOf(() => registerSpeaker(speaker(spell(from, until))))).toEqual(['accepted']);
  });

  it.each([
    ['a start that is no time', spell('someday', null), '/mandates/1/from'],
    ['an end that is no time', spell('2025', '2025-13'), '/mandates/1/until'],
    ['an end before its start', spell('2025-02', '2025-01'), '/mandates/1/until'],
    ['an end at its start', spell('2025-01-21', '2025-01-21T00:00:00Z'), '/mandates/1/until'],
  ])('is refused with %s', (_, mandate, pointer) => {
    const content = speaker(spell('2020', null), mandate);
    expect(refusalOf(() => registerSpeaker(content))).toEqual(['bad-time', pointer]);
    const revised = { reason: 'r', cause: null, content };
    expect(refusalOf(() => describeSpeaker(revised))).toEqual(['bad-time', pointer]);
  });
});
