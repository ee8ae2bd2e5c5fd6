import { differenceSentence, type DifferenceTold } from '../../../src/domain/sentences/difference-sentence.js';
import { at, basis, nothing, subject, voices } from './told.js';

const to = { basis, position: at(0.41) };
const march = { basis: { ...basis, validAt: '2025-03-02T00:00:00.000Z' }, position: at(-0.52) };
const greatest = { kind: 'proposal', occurred: '2025-04-20', part: 0.309 } as const;
const usual: DifferenceTold = {
  subject,
  from: march,
  to,
  effects: ['reweighted', 'entered', 'entered', 'reweighted'],
  greatest,
};

const heading = 'On 22 April 2025, as known on 23 April, the United States';
const issue = 'on the issue “Approach to Moscow”';
const effects = '2 acts entered, 2 were reweighted, most by the proposal of 20 April (+0.31).';
const known = (sequence: number, recordedAt: string) => ({ knownAt: { sequence, recordedAt, settled: true } });

const rows: readonly (readonly [title: string, told: Partial<DifferenceTold>, sentence: string])[] = [
  [
    'the later time beside the earlier',
    {},
    `leaned toward concessions to Moscow (0.41), up from −0.52 on 1 March, ${issue}; ${effects}`,
  ],
  [
    'both sides’ shares of what was mixed',
    { from: { ...march, position: voices(0, 0.55, 0.45) } },
    'leaned toward concessions to Moscow (0.41), after two voices (55 % toward pressure on Moscow, ' +
      `45 % toward concessions to Moscow) on 1 March, ${issue}; ${effects}`,
  ],
  [
    'a later time as such',
    { from: { ...march, basis: { ...basis, validAt: '2026-05-02T00:00:00.000Z' } } },
    `leaned toward concessions to Moscow (0.41), above −0.52 on 1 May 2026, ${issue}; ${effects}`,
  ],
  [
    'another knowledge by its day',
    { from: { position: at(0.2), basis: { ...basis, ...known(100, '2025-03-02T00:00:00.000Z') } } },
    `leaned toward concessions to Moscow (0.41), up from 0.20 as known on 2 March, ${issue}; ${effects}`,
  ],
  [
    'another name of the same score, where the issue was framed anew',
    {
      from: { position: { ...at(0.41), band: 'thaw' }, basis: { ...basis, ...known(100, '2025-03-02T00:00:00.000Z') } },
    },
    `leaned toward concessions to Moscow (0.41), the same score as known on 2 March, then thaw, ${issue}; ${effects}`,
  ],
  [
    'another knowledge of the same day by its sequence',
    { from: { position: at(0.6), basis: { ...basis, ...known(127, '2025-04-23T01:00:00.000Z') } } },
    'leaned toward concessions to Moscow (0.41), down from 0.60 as known on 23 April at sequence 127, ' +
      `${issue}; ${effects}`,
  ],
  [
    'another model and lens',
    { from: { position: at(0.6), basis: { ...basis, model: { name: 'latest' }, lens: { mandated: true } } } },
    'leaned toward concessions to Moscow (0.41), down from 0.60 by the model latest and through a lens (mandated), ' +
      `${issue}; ${effects}`,
  ],
  [
    'that nothing became of nothing',
    { from: { ...march, position: nothing }, to: { basis, position: nothing }, effects: [], greatest: null },
    `had declared no stance, the same on 1 March, ${issue}; no act changed.`,
  ],
  [
    'one act that left or was corrected',
    { effects: ['left', 'corrected'], greatest: { ...greatest, part: -0.2 } },
    `leaned toward concessions to Moscow (0.41), up from −0.52 on 1 March, ${issue}; ` +
      '1 act left, 1 was corrected, most by the proposal of 20 April (−0.20).',
  ],
  [
    'nothing to compare with on the same basis',
    { from: to, effects: [], greatest: null },
    `leaned toward concessions to Moscow (0.41) ${issue}; no act changed.`,
  ],
];

describe('the sentence of a difference', () => {
  it.each(rows)('tells %s', (_title, told, sentence) => {
    expect(differenceSentence({ ...usual, ...told })).toBe(`${heading} ${sentence}`);
  });

  it('tells of a lens apart from none, and from another on the same fields', () => {
    const through = (party: string) => ({ basis: { ...basis, lens: { recorders: [party] } }, position: at(0.41) });
    const lensed = { ...usual, to: through('alice'), effects: [], greatest: null };
    const lead = 'On 22 April 2025, as known on 23 April, through a lens (recorders), the United States leaned toward';
    expect(differenceSentence({ ...lensed, from: { ...to, position: at(0.2) } })).toBe(
      `${lead} concessions to Moscow (0.41), up from 0.20 by the usual model, through no lens, ${issue}; ` +
        'no act changed.',
    );
    expect(differenceSentence({ ...lensed, from: through('bob') })).toBe(
      `${lead} concessions to Moscow (0.41), the same through another such lens, ${issue}; no act changed.`,
    );
  });
});
