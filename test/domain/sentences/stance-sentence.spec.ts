import { stanceSentence, type StanceTold } from '../../../src/domain/sentences/stance-sentence.js';
import { at, basis, nothing, subject, voices } from './told.js';

const heaviest = { kind: 'proposal', occurred: '2025-04-20', share: 0.314 } as const;
const earlier = (position: StanceTold['position']) => ({ validAt: '2025-03-02T00:00:00.000Z', position });
const usual: StanceTold = { subject, basis, position: at(0.41), earlier: null, acts: 7, heaviest, pending: 0 };

const heading = 'On 22 April 2025, as known on 23 April';
const acts = 'on the issue “Approach to Moscow”; 7 acts, most weight: the proposal of 20 April (31 %).';

const clauses: readonly (readonly [title: string, told: Partial<StanceTold>, clause: string])[] = [
  ['the side it leaned to', {}, 'leaned toward concessions to Moscow (0.41)'],
  ['the other side, with a real minus', { position: at(-0.523) }, 'leaned toward pressure on Moscow (−0.52)'],
  [
    'the band, where the name of the pole does not say it',
    { position: at(0.1, { band: 'mediation' }) },
    'leaned toward concessions to Moscow (0.10, mediation)',
  ],
  [
    'the middle, where it is nothing else to two decimals',
    { position: at(-0.004, { band: 'mediation' }) },
    'stood between pressure on Moscow and concessions to Moscow (0.00, mediation)',
  ],
  ['no band where there is none', { position: at(0.3, { band: null }) }, 'leaned toward concessions to Moscow (0.30)'],
  [
    'both sides of what is mixed, the greater first, and never its band',
    { position: voices(0.08, 0.404, 0.546) },
    'spoke with two voices: 55 % of the weight toward concessions to Moscow, 40 % toward pressure on Moscow, ' +
      '5 % toward neither (0.08 on balance)',
  ],
  [
    'sides that are nearly all and nearly nothing as such',
    { position: voices(-0.9, 0.997, 0.003) },
    'spoke with two voices: over 99 % of the weight toward pressure on Moscow, ' +
      'under 1 % toward concessions to Moscow (−0.90 on balance)',
  ],
  [
    'what is faded',
    { position: at(0.41, { status: 'faded' }) },
    'had leaned toward concessions to Moscow (0.41, faded)',
  ],
  [
    'what is mixed and faded',
    { position: { ...voices(0, 0.5, 0.5), status: 'faded' } },
    'had spoken with two voices: 50 % of the weight toward concessions to Moscow, 50 % toward pressure on Moscow ' +
      '(0.00 on balance, faded)',
  ],
  [
    'where it rose from',
    { earlier: earlier(at(-0.52)) },
    'leaned toward concessions to Moscow (0.41), up from −0.52 on 1 March,',
  ],
  [
    'where it fell from, faded',
    { earlier: earlier(at(0.6, { status: 'faded' })) },
    'leaned toward concessions to Moscow (0.41), down from 0.60 (faded) on 1 March,',
  ],
  [
    'that it stayed',
    { earlier: earlier(at(0.41)) },
    'leaned toward concessions to Moscow (0.41), the same on 1 March,',
  ],
  [
    'that it stayed nearly',
    { earlier: earlier(at(0.4101)) },
    'leaned toward concessions to Moscow (0.41), hardly changed from 0.41 on 1 March,',
  ],
  [
    'that its score stayed, though not its standing',
    { position: at(0.41, { status: 'faded' }), earlier: earlier(at(0.41)) },
    'had leaned toward concessions to Moscow (0.41, faded), level with 0.41 on 1 March,',
  ],
  [
    'that it is new',
    { earlier: earlier(nothing) },
    'leaned toward concessions to Moscow (0.41), after no stance on 1 March,',
  ],
  [
    'that it was mixed before',
    { earlier: earlier(at(0.02, { mixed: true })) },
    'leaned toward concessions to Moscow (0.41), after two voices (0.02 on balance) on 1 March,',
  ],
];

describe('the sentence of a stance', () => {
  it.each(clauses)('tells %s', (_title, told, clause) => {
    expect(stanceSentence({ ...usual, ...told })).toBe(`${heading}, the United States ${clause} ${acts}`);
  });

  const whole: readonly (readonly [title: string, told: Partial<StanceTold>, sentence: string])[] = [
    [
      'that nothing is declared',
      { position: nothing, acts: 0, heaviest: null, earlier: earlier(nothing) },
      `${heading}, the United States had declared no stance on the issue “Approach to Moscow”; no act counts.`,
    ],
    [
      'that nothing is declared any more, but may be',
      { position: nothing, acts: 0, heaviest: null, earlier: earlier(at(-0.52)), pending: 1 },
      `${heading}, the United States had declared no stance, after −0.52 on 1 March, on the issue ` +
        '“Approach to Moscow”; no act counts, 1 may have happened already.',
    ],
    [
      'one act by itself, and what may have happened beside it',
      { position: at(0.8, { status: 'provisional' }), acts: 1, pending: 2 },
      `${heading}, the United States leaned provisionally toward concessions to Moscow (0.80) on the issue ` +
        '“Approach to Moscow”; 1 act, the proposal of 20 April, 2 more may have happened already.',
    ],
    [
      'why several acts are provisional',
      { position: at(0.8, { status: 'provisional' }), acts: 2 },
      `${heading}, the United States leaned provisionally toward concessions to Moscow (0.80) on the issue ` +
        '“Approach to Moscow”; 2 acts from one text, most weight: the proposal of 20 April (31 %).',
    ],
    [
      'the model, the lens and the time, where they are not the usual ones',
      {
        basis: {
          validAt: '2025-04-22T14:30:00.000Z',
          knownAt: { sequence: 1, recordedAt: '2026-01-02T00:00:00.000Z', settled: false },
          model: { name: 'mean' },
          lens: { kinds: ['proposal'], minReliability: 'B' },
        },
      },
      'On 22 April 2025 at 14:30 UTC, as known on 2 January 2026 so far, by the model mean and through a lens ' +
        `(kinds, minReliability), the United States leaned toward concessions to Moscow (0.41) ${acts}`,
    ],
    [
      'that nothing was known',
      {
        basis: { ...basis, knownAt: { sequence: 0, recordedAt: null, settled: true } },
        position: nothing,
        ...{ acts: 0, heaviest: null },
      },
      'On 22 April 2025, with nothing recorded, the United States had declared no stance on the issue ' +
        '“Approach to Moscow”; no act counts.',
    ],
  ];
  it.each(whole)('tells %s', (_title, told, sentence) => {
    expect(stanceSentence({ ...usual, ...told })).toBe(sentence);
  });
});
