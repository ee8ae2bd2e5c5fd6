import type { ActClaim } from '../../../src/domain/acts/act-content.js';
import { areCitationsOf, isContentOf, isRecordingOf, recordAct } from '../../../src/domain/acts/decide-act.js';
import { known, plain, quote } from './act-story.js';

const asked = plain({
  leanings: [{ issue: 'approach', value: -0, note: null }],
  citations: [quote('s1', 'move on'), quote('s2', 'it says', { prefix: ', ' })],
});
const event = recordAct(asked, known);
const [first, second] = asked.citations;

describe('a claim sent again', () => {
  it('is recognised by its content, before any quote is verified', () => {
    expect(isRecordingOf(event, asked)).toBe(true);
    expect(isContentOf(event.data, asked)).toBe(true);
  });

  it('is recognised with the places that were found', () => {
    expect(isRecordingOf(event, { ...asked, citations: event.data.citations })).toBe(true);
  });

  it.each<[string, Partial<ActClaim>]>([
    ['the kind', { kind: 'demand' }],
    ['the summary', { summary: 'Other words.' }],
    ['how a time is written', { occurred: '2025-04-18?' }],
    ['the order of its quotes', { citations: [second!, first!] }],
    ['fewer quotes', { citations: [first!] }],
    ['more quotes', { citations: [first!, second!, first!] }],
    ['another quote', { citations: [first!, quote('s2', 'They')] }],
    ['the context of a quote', { citations: [first!, quote('s2', 'it says')] }],
    ['the place of a quote', { citations: [{ ...first!, start: 0, end: 7 }, second!] }],
    ['half the place of a quote', { citations: [{ ...first!, start: 9 }, second!] }],
    ['a leaning', { leanings: [{ issue: 'approach', value: 0.1, note: null }] }],
    ['a note', { leanings: [{ issue: 'approach', value: 0, note: 'n' }] }],
  ])('is another one when it differs in %s', (_, changes) => {
    expect(isRecordingOf(event, { ...asked, ...changes })).toBe(false);
  });

  it('is not what a later event of the act did', () => {
    const data = { reason: 'r', cause: null, content: event.data };
    expect(isRecordingOf({ type: 'ActCorrected', data }, asked)).toBe(false);
  });
});

describe('citations sent again', () => {
  it('are recognised one by one, in order', () => {
    const { citations } = event.data;
    expect(areCitationsOf(citations, asked.citations)).toBe(true);
    expect(areCitationsOf(citations, [second!, first!])).toBe(false);
    expect(areCitationsOf([], asked.citations)).toBe(false);
    expect(areCitationsOf([], [])).toBe(true);
  });
});
