import { actKinds, type ActKind } from '../../../src/domain/acts/act-kind.js';
import type { ActClaim } from '../../../src/domain/acts/act-content.js';
import { recordAct } from '../../../src/domain/acts/decide-act.js';
import { firstTypeOf } from '../../../src/domain/shared/domain-event.js';
import { known, plain, quote, refusalOf } from './act-story.js';

const ownTarget = { ...known, target: { party: 'united-states' } };
const responding = { inResponseTo: '00000000-0000-4000-8000-000000000001' };

const recording = (changes: Partial<ActClaim>, references = known) =>
  refusalOf(() => recordAct(plain(changes), references));
const leaning = (...values: readonly number[]) => ({
  leanings: values.map((value, index) => ({ issue: ['approach', 'ceasefire'][index]!, value, note: null })),
});

describe('recording an act', () => {
  it.each(actKinds)('writes the event of its kind: %s', (kind) => {
    const { type, data } = recordAct(plain({ kind, ...responding }), ownTarget);
    expect([type, data.kind]).toEqual([firstTypeOf[kind], kind]);
  });

  it('keeps the claim as it is, with the places of its quotes', () => {
    const asked = plain({
      leanings: [{ issue: 'approach', value: -0.5, note: 'n' }],
      citations: [quote('s1', 'move on')],
    });
    expect(recordAct(asked, known).data).toEqual({
      ...asked,
      citations: [{ ...quote('s1', 'move on'), start: 9, end: 16 }],
    });
  });
});

describe('what belongs to one kind alone', () => {
  const details = {
    threat: { threat: { measure: 'to leave', deadline: null } },
    proposal: { proposal: { terms: [] } },
    action: { mode: 'diplomatic' },
  } as const;

  it.each(Object.entries(details) as [ActKind, Partial<ActClaim>][])('is accepted of a %s', (kind, detail) => {
    expect(recording({ kind, ...detail })).toEqual(['accepted']);
    expect(recording({ kind })).toEqual(['accepted']);
  });

  it.each([
    ['/threat', 'proposal', details.threat],
    ['/proposal', 'threat', details.proposal],
    ['/mode', 'statement', details.action],
  ] as const)('is refused of others: %s of a %s', (pointer, kind, detail) => {
    expect(recording({ kind, ...detail })).toEqual(['invalid', pointer]);
  });

  it('is not the condition, which any kind may have', () => {
    expect(recording({ kind: 'commitment', condition: 'if they come' })).toEqual(['accepted']);
  });
});

describe('the certainty of an act', () => {
  it.each([0.01, 0.5, 1])('may be %s', (certainty) => {
    expect(recording({ certainty })).toEqual(['accepted']);
  });

  it.each([0, 0.009, 1.001, -0.5, NaN, Infinity])('may not be %s', (certainty) => {
    expect(recording({ certainty })).toEqual(['invalid', '/certainty']);
  });
});

describe('what an act refers to', () => {
  it.each([
    ['its party', { party: 'atlantis' }, ['unknown-party', '/party']],
    [
      'whom it addresses, each that is not',
      { addressees: ['russia', 'lemuria', 'mu'] },
      ['unknown-party', '/addressees/1', '/addressees/2'],
    ],
    ['its speaker', { speaker: 'nobody' }, ['unknown-speaker', '/speaker']],
    [
      'the issues it leans on',
      { leanings: [{ issue: 'weather', value: 0, note: null }] },
      ['unknown-issue', '/leanings/0/issue'],
    ],
    [
      'the issues of its terms',
      {
        kind: 'proposal',
        proposal: {
          terms: [
            { issue: 'approach', text: 'a' },
            { issue: 'rain', text: 'b' },
          ],
        },
      },
      ['unknown-issue', '/proposal/terms/1/issue'],
    ],
    [
      'the sources it cites',
      { citations: [quote('s1', 'move on'), quote('s9', 'x')] },
      ['unknown-source', '/citations/1/source'],
    ],
  ] as const)('must be known: %s', (_, changes, refusal) => {
    expect(recording(changes)).toEqual(refusal);
  });

  it('may be a speaker with no mandate, who spoke all the same', () => {
    expect(recording({ speaker: 'marco-rubio' })).toEqual(['accepted']);
  });
});

describe('the leanings of an act', () => {
  it.each([[[-1]], [[1]], [[0, -0]], [[]]])('may be %j', (values) => {
    expect(recording(leaning(...values))).toEqual(['accepted']);
  });

  it('lie between −1 and 1, and each that does not is pointed at', () => {
    expect(recording(leaning(1.0000001, -1.5))).toEqual([
      'leaning-out-of-range',
      '/leanings/0/value',
      '/leanings/1/value',
    ]);
    expect(recording(leaning(NaN))).toEqual(['leaning-out-of-range', '/leanings/0/value']);
  });

  it('are one an issue', () => {
    const twice = { issue: 'approach', value: 0.1, note: null };
    expect(recording({ leanings: [twice, { ...twice, value: 0.2 }, twice] })).toEqual([
      'duplicate-leaning',
      '/leanings/1/issue',
      '/leanings/2/issue',
    ]);
  });
});

describe('what an act responds to', () => {
  it('must have been recorded before it, whatever the kind', () => {
    expect(recording({ kind: 'acceptance', ...responding })).toEqual(['response-target-unknown', '/inResponseTo']);
    expect(recording({ kind: 'withdrawal', ...responding })).toEqual(['response-target-unknown', '/inResponseTo']);
  });

  it('may be another party’s act, unless it is withdrawn', () => {
    const theirs = { ...known, target: { party: 'russia' } };
    expect(recording({ kind: 'rejection', ...responding }, theirs)).toEqual(['accepted']);
    expect(recording({ kind: 'withdrawal', ...responding }, theirs)).toEqual(['not-own-act', '/inResponseTo']);
    expect(recording({ kind: 'withdrawal', ...responding }, ownTarget)).toEqual(['accepted']);
  });

  it('is named by every withdrawal, with or without an end', () => {
    expect(recording({ kind: 'withdrawal' })).toEqual(['invalid', '/inResponseTo']);
    expect(recording({ kind: 'withdrawal', until: '2025-05', ...responding }, ownTarget)).toEqual(['accepted']);
  });
});

describe('a joint deed', () => {
  it('is told by an act of each party with the same mark, which is kept', () => {
    const parts = ['united-states', 'russia'].map((party) => recordAct(plain({ party, joint: 'geneva:1' }), known));
    expect(parts.map(({ data }) => data.joint)).toEqual(['geneva:1', 'geneva:1']);
  });
});

describe('the quotes of an act', () => {
  it('are at least one', () => {
    expect(recording({ citations: [] })).toEqual(['invalid', '/citations']);
  });

  it.each([
    ['is not in the text', quote('s1', 'moved on'), ['quote-not-found', '/citations/0/exact']],
    ['is in it twice', quote('s1', 'no'), ['quote-ambiguous', '/citations/0/exact']],
    ['is empty', quote('s1', ''), ['invalid', '/citations/0/exact']],
    ['has a start and no end', quote('s1', 'move on', { start: 9 }), ['invalid', '/citations/0/end']],
    ['is of a text that was erased', quote('gone', 'move on'), ['text-erased', '/citations/0/source']],
  ] as const)('are refused when one %s', (_, cited, refusal) => {
    expect(recording({ citations: [cited] })).toEqual(refusal);
  });

  it('are counted in code points', () => {
    const { data } = recordAct(plain({ citations: [quote('s1', '👋🏽 no', { suffix: ', no' })] }), known);
    expect(data.citations[0]).toMatchObject({ start: 28, end: 33 });
  });
});
