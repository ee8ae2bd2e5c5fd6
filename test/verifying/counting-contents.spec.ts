import type { ActContent, Citation } from '../../src/domain/acts/act-content.js';
import { type Act, evolveAct } from '../../src/domain/acts/act.js';
import { type CountingSource, effectOf, rowsOf, withdrawalRowOf } from '../../src/domain/stances/effect.js';
import { CountingContents } from '../../src/verifying/counting-contents.js';
import type { EventOf } from '../../src/domain/shared/domain-event.js';
import { citation } from '../support/contents.js';

const cites = (source: string): Citation => ({ ...citation, source, start: 3, end: 10 });

const whole: ActContent = {
  kind: 'withdrawal',
  party: 'united-states',
  speaker: 'marco-rubio',
  addressees: ['russia'],
  occurred: '2025-04',
  until: '2025-06-01',
  summary: 'Takes it back.',
  leanings: [
    { issue: 'approach', value: -0.5, note: 'since it was meant' },
    { issue: 'mediation', value: 0.25, note: null },
  ],
  attribution: 'reported',
  certainty: 0.7,
  condition: 'no progress',
  mode: null,
  citations: [cites('s1'), cites('s2')],
  inResponseTo: '0b6e2b1c-5d0a-4c7e-9a54-0c1a3f1b7c11',
  joint: null,
  threat: null,
  proposal: null,
};

const worth: Readonly<Record<string, CountingSource>> = {
  s1: { grade: 'C', text: 1 },
  s2: { grade: 'B', text: 1 },
  s3: { grade: 'A', text: 2 },
};
const place = { act: 7, from: 0, speaker: 0 };

/** All that stances are made of. */
function counting(act: Act): unknown {
  const effect = effectOf(act, (source) => worth[source] ?? null);
  return effect && [effect.content.party, rowsOf(effect, place), withdrawalRowOf(effect, place, 3)];
}

const act = (content: ActContent): Act => ({ content, revision: 0, retracted: null, verified: [] });

describe('what verify keeps of an act', () => {
  const contents = new CountingContents();

  it.each<ActContent>([
    whole,
    { ...whole, kind: 'action', mode: 'diplomatic', until: null, leanings: [] },
    { ...whole, citations: [cites('s3')] },
    { ...whole, citations: [cites('nowhere')] },
  ])('counts as the whole act: %j', (content) => {
    expect(counting(act(contents.of(content)))).toEqual(counting(act(content)));
    expect(contents.of(content).inResponseTo).toBe(content.kind === 'withdrawal' ? content.inResponseTo : null);
  });

  it('counts as the whole act when it is corroborated', () => {
    const event: EventOf<'ActCorroborated'> = { type: 'ActCorroborated', data: { citations: [cites('s3')] } };
    const corroborated = evolveAct(act(contents.of(whole)), event);
    expect(counting(act(contents.of(corroborated.content)))).toEqual(counting(evolveAct(act(whole), event)));
  });

  it('is each name once, and no text', () => {
    const [one, other] = [contents.of(whole), contents.of(structuredClone(whole))];
    expect(other.citations).toBe(one.citations);
    const told = JSON.stringify(one);
    for (const text of [whole.summary, 'since it was meant', 'no progress', 'move on'])
      expect(told).not.toContain(text);
  });
});
