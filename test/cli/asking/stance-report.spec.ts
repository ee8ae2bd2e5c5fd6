import type { StanceView } from '../../../src/application/asking/views.js';
import { stanceReport } from '../../../src/cli/asking/stance-report.js';
import { terminalOf } from '../../../src/cli/terminal/terminal.js';
import { CapturedStream } from '../support/captured-stream.js';

const contribution = {
  act: 'a1',
  kind: 'proposal',
  occurred: '2025-04-20',
  effective: '2025-04-21T00:00:00.000Z',
  value: 0.8,
  weight: 0.84,
  standing: 0.5,
  share: 0.75,
} as const;
const stance: StanceView = {
  party: 'aland',
  issue: 'border',
  status: 'held',
  mixed: true,
  score: 0.41,
  band: 'open',
  strength: 3.2,
  spread: 0.51,
  contributions: [contribution],
  contributionsTotal: 3,
  restShare: 0.25,
  pending: [{ act: 'a2', kind: 'threat', occurred: '2025-04', effective: '2025-05-01T00:00:00.000Z', value: -1 }],
  sentence: 'On 23 April 2025 at 18:30 UTC Aland\u001b[31m leaned toward open.',
  basis: {
    validAt: '2025-04-23T18:30:00.000Z',
    knownAt: { sequence: 9, recordedAt: '2025-05-01T00:00:00.000Z', settled: false },
    model: { name: 'decayed-mean', version: 1, halfLifeDays: 90 },
    codebook: 1,
    lens: {},
  },
};
const issue = {
  id: 'border',
  title: 'The border',
  question: 'Open or closed?',
  axis: { negative: 'closed', positive: 'open' },
  bands: [
    { label: 'closed', from: -1, to: 0 },
    { label: 'open', from: 0, to: 1 },
  ],
  anchors: [],
  halfLifeDays: 90,
  replaces: null,
};
const out = terminalOf(new CapturedStream(), {});

describe('the report of a stance', () => {
  it('says where, how firmly, through which acts, and on what basis', () => {
    const summaries = new Map([['a1', 'Aland offers\u001b[31m to open']]);
    expect(stanceReport({ stance, issue, shown: [contribution], summaries }, out)).toEqual([
      'aland on The border',
      'Open or closed?',
      '',
      '−1.00 ├─────────────────────────────┴───────────●─────────────────┤ +1.00',
      '                  closed                         open',
      '      −1 closed · +1 open',
      '',
      '+0.41 open · held · strength 3.20 · spread 0.51 · mixed: more than one voice',
      '',
      'On 23 April 2025 at 18:30 UTC Aland [31m leaned toward open.',
      '',
      'share              value  weight  kind      occurred    act',
      '█████████  75.0 %  +0.80    0.42  proposal  2025-04-20  Aland offers [31m to open',
      '… and 2 more with 25.0 % together (--contributions all)',
      '',
      'may have happened already',
      '  −1.00  threat  2025-04, counts from 2025-05-01',
      '',
      'valid at 2025-04-23 18:30 · known at 9 (recorded until 2025-05-01) · not settled: ' +
        'more may be recorded at this time',
      'demarche stance aland border --valid-at 2025-04-23T18:30:00.000Z --at-sequence 9 --model decayed-mean ' +
        '--model-version 1 --codebook 1',
    ]);
  });

  it('says so where nothing contributes, and does without the issue', () => {
    const nothing = { ...stance, score: null, band: null, status: 'undeclared', contributions: [] } as const;
    const lines = stanceReport(
      {
        stance: { ...nothing, contributionsTotal: 0, pending: [], mixed: false },
        issue: null,
        shown: [],
        summaries: new Map(),
      },
      out,
    );
    expect(lines.slice(0, 4)).toEqual([
      'aland on border',
      '',
      'no stance · undeclared · strength 3.20 · spread 0.51',
      '',
    ]);
    expect(lines[6]).toBe('No act contributes.');
  });
});
