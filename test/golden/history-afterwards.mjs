// The third part of the golden history: what was learnt later, of acts and of the sources they rest on.
import { lena } from './history-acts.mjs';
import { border, describe, laterSources } from './history-catalogue.mjs';
import { cafe, ease, half, maps, metre, middle, oldLine, price, spring, tomorrow } from './history-quotes.mjs';
import { act, content, correct, later, post, put, quote } from './history-write.mjs';

const because = (reason, cause) => ({ reason, ...(cause && { cause }) });

export const afterwards = [
  correct(
    26,
    'He spoke of half.',
    content('concession', 'aldria', '2025-03-09', { leans: ['border-line', 0.45], quotes: [middle] }),
  ),
  later(26, 'retractions', because('Another Aldria.', 'disputed'), 'bob'),
  correct(
    26,
    'The day.',
    content('concession', 'aldria', '2025-03-10', { leans: ['border-line', 0.5], quotes: [middle, maps] }),
  ),
  later(27, 'retractions', because('Coded twice.', 'duplicate')),
  later(37, 'citations', { citations: [spring, metre] }, 'bob'),
  correct(
    37,
    'Certainty.',
    content('statement', 'aldria', '2025-03-15', { leans: ['border-line', 0.3], quotes: [ease], certainty: 0.6 }),
    'alice',
  ),
  describe('digest-0215', 'It proved right.', 'B', '2025-02-15', { kind: 'digest' }),
  post('/v1/sources/blog-0301/retractions', because('Its author took it back.', 'source-changed')),
  act(28, 'denial', 'iva-moreau', '2025-03-22', { leans: ['border-line', -1], quotes: [tomorrow] }),
  put('/v1/issues/border-line', {
    ...border,
    title: 'The line of the border',
    bands: [
      { label: 'old-line', from: -1, to: -0.15 },
      { label: 'talks', from: -0.15, to: 0.15 },
      { label: 'new-line', from: 0.15, to: 1 },
    ],
    halfLifeDays: 45,
    reason: 'The middle was too wide.',
  }),
  laterSources[0],
  later(36, 'citations', { citations: [quote('leak-copy', '“half the valley 🤝 and no more”')] }),
  post('/v1/sources/leak-0310/erasures', because('By order of a court.', 'legal'), 'bob'),
  correct(
    36,
    'A party faction.',
    content('concession', 'northern-council', '2025-03-11', { leans: ['border-line', 0.6], quotes: [half] }),
  ),
  later(26, 'reinstatements', because('It was Aldria after all.')),
  correct(
    32,
    'The League proposed it.',
    content('proposal', 'cordia-league', '2025-03-12', { leans: ['observers', 1], quotes: [cafe] }),
  ),
  put('/v1/parties/aldria', {
    name: 'Republic of Aldria',
    kind: 'state',
    aliases: ['Aldria'],
    reason: 'Its own name.',
    cause: 'other',
  }),
  put('/v1/speakers/mei-lin', {
    name: '林美 (Mei Lin)',
    mandates: [{ party: 'aldria', role: 'adviser', from: '2025-03-01', until: '2025-12-31' }],
    reason: 'Appointed.',
  }),
  post('/v1/sources/blog-0301/reinstatements', because('He stood by it again.')),
  laterSources[1],
  act(23, 'concession', 'aldria', '2024-12-30', { leans: ['border-line', 0.6], quotes: [price], ...lena, by: 'bob' }),
  later(16, 'retractions', because('There was no suspension.', 'coding-error')),
  later(16, 'reinstatements', because('There was.')),
  correct(
    17,
    'No withdrawal at all.',
    content('statement', 'brennmark', '2025-02-25', { leans: ['border-line', -0.1], quotes: [oldLine] }),
  ),
  act(40, 'statement', 'aldria', '2025-04-20', { leans: ['border-line', 0.7], quotes: [middle], ...lena }),
  act(41, 'commitment', 'aldria', '2025-05-02', {
    leans: [
      ['border-line', 0.8],
      ['observers', 1],
    ],
    quotes: [price],
  }),
  act(42, 'action', 'aldria', '2025-05-03T00:00:00Z', {
    leans: ['border-line', -1],
    quotes: [metre],
    until: '2025-05-09',
  }),
  later(40, 'citations', { citations: [price] }),
];
