import { timelineSentence, type TimelineTold } from '../../../src/domain/sentences/timeline-sentence.js';
import type { Position } from '../../../src/domain/sentences/position.js';
import { at, basis, nothing, subject, voices } from './told.js';

const usual: TimelineTold = {
  ...{ subject, basis },
  ...{ from: '2025-03-01T00:00:00.000Z', to: '2025-04-23T00:00:00.000Z' },
  stretches: [],
};
const starts = ['2025-03-01T00:00:00.000Z', '2025-03-11T00:00:00.000Z', '2025-03-21T18:00:00.000Z'];
const through = (...positions: readonly Position[]): TimelineTold['stretches'] =>
  positions.map((position, index) => ({ from: starts[index]!, position }));

const heading = 'From 1 March 2025 to 22 April, as known on 23 April, the United States';
const issue = 'on the issue “Approach to Moscow”';

const rows: readonly (readonly [title: string, stretches: TimelineTold['stretches'], sentence: string])[] = [
  [
    'from where to where, since when, and how far between',
    through(at(-0.52), at(-0.6), at(0.41, { status: 'provisional' })),
    'went from −0.52 (toward pressure on Moscow) to 0.41 (toward concessions to Moscow, provisional) ' +
      `${issue}, there since 21 March; 3 segments, lowest −0.60 on 10 March, highest 0.41 on 21 March.`,
  ],
  [
    'both sides of what is mixed, and how often there was no stance',
    through(nothing, at(0.2), voices(0.1, 0.4, 0.6)),
    'went from no stance to two voices (60 % toward concessions to Moscow, 40 % toward pressure on Moscow) ' +
      `${issue}, there since 21 March; 3 segments, lowest 0.10 on 21 March, highest 0.20 on 10 March, 1 mixed, ` +
      '1 without a stance.',
  ],
  [
    'what did not change',
    through(at(0.1, { band: 'mediation' })),
    `stayed at 0.10 (toward concessions to Moscow, mediation) ${issue}.`,
  ],
  [
    'what came back to where it began',
    through(at(0.5), nothing, at(0.5)),
    `began and ended at 0.50 (toward concessions to Moscow) ${issue}, there since 21 March; 3 segments, ` +
      '1 without a stance.',
  ],
  ['that there never was a stance', through(nothing), `declared no stance ${issue}.`],
];

describe('the sentence of a timeline', () => {
  it.each(rows)('tells %s', (_title, stretches, sentence) => {
    expect(timelineSentence({ ...usual, stretches })).toBe(`${heading} ${sentence}`);
  });

  it('begins with the first step and stays open where no period was asked for', () => {
    const open = { ...usual, from: null, to: null, stretches: through(at(-0.5), at(0.2, { status: 'faded' })) };
    expect(timelineSentence({ ...open, basis: { ...basis, model: { name: 'mean' } } })).toBe(
      'From 28 February 2025 on, as known on 23 April, by the model mean, the United States went from −0.50 ' +
        `(toward pressure on Moscow) to 0.20 (toward concessions to Moscow, faded) ${issue}, there since 10 March; ` +
        '2 segments, lowest −0.50 on 28 February, highest 0.20 on 10 March.',
    );
  });

  it('says until when there was no step, or that there never was one', () => {
    const [until, never] = [
      { ...usual, from: null },
      { ...usual, from: null, to: null },
    ].map(timelineSentence);
    expect(until).toBe(
      `Until 22 April 2025, as known on 23 April 2025, the United States declared no stance ${issue}.`,
    );
    expect(never).toBe(`At any time, as known on 23 April 2025, the United States declared no stance ${issue}.`);
  });
});
