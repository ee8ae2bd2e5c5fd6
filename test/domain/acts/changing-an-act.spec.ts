import type { ActClaim, CitationClaim } from '../../../src/domain/acts/act-content.js';
import {
  correctAct,
  corroborateAct,
  recordAct,
  reinstateAct,
  retractAct,
} from '../../../src/domain/acts/decide-act.js';
import { given, known, plain, quote, refusalOf } from './act-story.js';

const erratum = { reason: 'Misread.', cause: 'coding-error' } as const;
const moveOn = quote('s1', 'move on');
const recorded = recordAct(plain({ citations: [moveOn] }), known);
const act = given(recorded);
const correction = (changes: Partial<ActClaim> = {}) => ({
  ...erratum,
  claim: plain({ citations: [moveOn], ...changes }),
});
const erased = { ...known, texts: new Map([['s1', 'erased' as const]]) };

describe('correcting an act', () => {
  it('replaces its whole content, and says why', () => {
    const changes = {
      kind: 'concession',
      party: 'russia',
      summary: 'S.',
      citations: [quote('s2', 'move on')],
    } as const;
    const { type, data } = correctAct(act, correction(changes), known);
    expect([type, data.reason, data.cause]).toEqual(['ActCorrected', 'Misread.', 'coding-error']);
    expect(data.content).toEqual({ ...plain(changes), citations: [{ ...quote('s2', 'move on'), start: 10, end: 17 }] });
  });

  it('is refused for whatever recording would be', () => {
    expect(refusalOf(() => correctAct(act, correction({ certainty: 0 }), known))).toEqual(['invalid', '/certainty']);
    expect(refusalOf(() => correctAct(act, correction({ party: 'mu' }), known))).toEqual(['unknown-party', '/party']);
    const wrong = correction({ citations: [moveOn, quote('s1', 'stay')] });
    expect(refusalOf(() => correctAct(act, wrong, known))).toEqual(['quote-not-found', '/citations/1/exact']);
  });

  it('is possible while the act is retracted, which it stays', () => {
    const retracted = given(recorded, retractAct(act, erratum));
    const corrected = given(recorded, retractAct(act, erratum), correctAct(retracted, correction(), known));
    expect(corrected.retracted).toEqual(erratum);
  });

  it('takes an unchanged quote as it was, even when its text was erased since', () => {
    const { data } = correctAct(act, correction({ summary: 'Other words.' }), erased);
    expect(data.content.citations).toEqual(recorded.data.citations);
    const placed = correction({ citations: [{ ...moveOn, start: 9, end: 16 }] });
    expect(correctAct(act, placed, erased).data.content.citations).toEqual(recorded.data.citations);
  });

  it('takes a quote of any earlier version as it was, also one that a correction had dropped', () => {
    const without = correctAct(act, correction({ citations: [quote('s2', 'move on')] }), known);
    const dropped = given(recorded, without);
    expect(correctAct(dropped, correction(), erased).data.content.citations).toEqual(recorded.data.citations);
  });

  it.each<[string, Partial<CitationClaim>]>([
    ['another passage', { exact: 'He said' }],
    ['another place', { start: 0, end: 7 }],
    ['half a place', { start: 9 }],
    ['another context', { prefix: '“' }],
    ['a translation', { translation: { language: 'de', text: 'weiterziehen', by: 'human' } }],
  ])('of an erased text is refused when a quote has %s', (_, change) => {
    const changed = correction({ citations: [{ ...moveOn, ...change }] });
    expect(refusalOf(() => correctAct(act, changed, erased))).toEqual(['text-erased', '/citations/0/source']);
  });

  it('verifies half a place like any new quote, and refuses it', () => {
    const half = correction({ citations: [{ ...moveOn, end: 16 }] });
    expect(refusalOf(() => correctAct(act, half, known))).toEqual(['invalid', '/citations/0/start']);
  });
});

describe('corroborating an act', () => {
  it('brings more quotes, verified in their sources', () => {
    const { type, data } = corroborateAct(act, [quote('s2', 'it says')], known.texts);
    expect([type, data.citations]).toEqual(['ActCorroborated', [{ ...quote('s2', 'it says'), start: 19, end: 26 }]]);
  });

  it.each([
    ['as it was given', moveOn],
    ['with its place', { ...moveOn, start: 9, end: 16 }],
  ])('is refused when the act cites this already, %s', (_, same) => {
    const again = [quote('s2', 'it says'), same];
    expect(refusalOf(() => corroborateAct(act, again, known.texts))).toEqual(['invalid', '/citations/1']);
  });

  it('is refused when it brings the same quote twice', () => {
    const twice = [quote('s2', 'it says'), { ...quote('s2', 'it says'), start: 19, end: 26 }];
    expect(refusalOf(() => corroborateAct(act, twice, known.texts))).toEqual(['invalid', '/citations/1']);
  });

  it('may bring back a quote that a correction had dropped', () => {
    const dropped = given(recorded, correctAct(act, correction({ citations: [quote('s2', 'move on')] }), known));
    expect(corroborateAct(dropped, [moveOn], erased.texts).data.citations).toEqual(recorded.data.citations);
  });

  it.each([
    ['s9', 'unknown-source', '/citations/0/source'],
    ['gone', 'text-erased', '/citations/0/source'],
    ['s2', 'quote-not-found', '/citations/0/exact'],
  ])('from %s is refused: %s', (source, code, pointer) => {
    expect(refusalOf(() => corroborateAct(act, [quote(source, 'never said')], known.texts))).toEqual([code, pointer]);
  });
});

describe('retracting an act', () => {
  it('says why', () => {
    expect(retractAct(act, erratum)).toEqual({ type: 'ActRetracted', data: erratum });
  });

  it('is refused a second time, until it was reinstated', () => {
    const retraction = retractAct(act, erratum);
    const retracted = given(recorded, retraction);
    expect(refusalOf(() => retractAct(retracted, erratum))).toEqual(['already-retracted']);
    const reinstated = given(recorded, retraction, reinstateAct(retracted, erratum));
    expect(refusalOf(() => retractAct(reinstated, erratum))).toEqual(['accepted']);
  });
});

describe('reinstating an act', () => {
  it('says why', () => {
    const retracted = given(recorded, retractAct(act, erratum));
    expect(reinstateAct(retracted, erratum)).toEqual({ type: 'ActReinstated', data: erratum });
  });

  it('is refused when it is not retracted', () => {
    expect(refusalOf(() => reinstateAct(act, erratum))).toEqual(['not-retracted']);
  });
});
