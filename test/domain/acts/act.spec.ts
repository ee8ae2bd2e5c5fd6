import { evolveAct, isFirst } from '../../../src/domain/acts/act.js';
import { actKinds } from '../../../src/domain/acts/act-kind.js';
import type { ActContent, Citation } from '../../../src/domain/acts/act-content.js';
import { firstTypeOf, type ActEvent } from '../../../src/domain/shared/domain-event.js';
import { claim } from '../../support/contents.js';
import { examples } from '../shared/events.js';
import { given } from './act-story.js';

const cited = (exact: string): Citation => ({
  source: 's1',
  exact,
  prefix: null,
  suffix: null,
  start: 0,
  end: exact.length,
  translation: null,
});
const contentWith = (...quotes: readonly string[]): ActContent => ({ ...claim({}), citations: quotes.map(cited) });

const erratum = { reason: 'Misread.', cause: null } as const;
const recorded: ActEvent = { type: 'ThreatIssued', data: contentWith('a') };
const corroborated: ActEvent = { type: 'ActCorroborated', data: { citations: [cited('b')] } };
const retracted: ActEvent = { type: 'ActRetracted', data: erratum };
const reinstated: ActEvent = { type: 'ActReinstated', data: erratum };
const corrected: ActEvent = {
  type: 'ActCorrected',
  data: { ...erratum, content: { ...contentWith('c'), kind: 'statement' } },
};

describe('an act, as its events tell it', () => {
  it('begins at revision 0 with what was recorded', () => {
    expect(given(recorded)).toEqual({
      content: recorded.data,
      revision: 0,
      retracted: null,
      verified: [cited('a')],
    });
  });

  it('has the content of its last correction, and its kind', () => {
    const { content, revision } = given(recorded, corroborated, corrected);
    expect([content, revision]).toEqual([{ ...contentWith('c'), kind: 'statement' }, 2]);
  });

  it('gathers citations, which a correction replaces', () => {
    expect(given(recorded, corroborated).content.citations).toEqual([cited('a'), cited('b')]);
    expect(given(recorded, corroborated, corrected, corroborated).content.citations).toEqual([cited('c'), cited('b')]);
  });

  it('remembers every citation that was ever verified', () => {
    const { verified } = given(recorded, corroborated, corrected);
    expect(verified).toEqual([cited('a'), cited('b'), cited('c')]);
  });

  it('is retracted, with the reason, until it is reinstated, whatever is corrected between', () => {
    expect(given(recorded, retracted).retracted).toEqual(erratum);
    expect(given(recorded, retracted, corrected).retracted).toEqual(erratum);
    expect(given(recorded, retracted, corrected, reinstated).retracted).toBeNull();
  });

  it('comes back with its last content', () => {
    const { content, revision } = given(recorded, retracted, corrected, reinstated);
    expect([content.kind, revision]).toEqual(['statement', 3]);
  });

  it('goes on when a lens leaves its retraction out', () => {
    expect(given(recorded, reinstated)).toMatchObject({ retracted: null, revision: 1 });
  });

  it('never begins with what presupposes it', () => {
    for (const later of [corrected, corroborated, retracted, reinstated])
      expect(() => evolveAct(null, later)).toThrow(later.type);
  });
});

describe('the event that an act begins with', () => {
  it('is one of eleven, and no other', () => {
    const firsts = examples.filter(isFirst).map(({ type }) => type);
    expect(firsts).toEqual(actKinds.map((kind) => firstTypeOf[kind]));
  });
});
