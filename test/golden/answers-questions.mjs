// What the golden history is asked: the questions of every door that reads, at many (T, K), by every model, through
// every lens.
import { URLSearchParams } from 'node:url';
import { actId } from './history-write.mjs';

const query = (asked) => new URLSearchParams(asked).toString();
const get = (path, asked) => (asked ? `${path}?${query(asked)}` : path);
const each = (list, question) => list.flatMap(question);
const last = 86;

const main = ['aldria/border-line', 'brennmark/border-line', 'aldria/ceasefire', 'brennmark/ceasefire'];
const others = ['northern-council/ceasefire', 'cordia-league/observers', 'iva-moreau/border-line', 'aldria/observers'];
const stance = (cell, asked) => get(`/v1/stances/${cell}`, asked);
const short = { contributions: '3' };

const manyTimes = [
  ...each(
    ['2024-12-30', '2025-01-20T09:15:00.249Z', '2025-01-20T10:15:00.250+01:00', '2025-03-09', '2025-05-05', '2026-12'],
    (validAt) =>
      each([24, 46, 60, 70, last], (atSequence) => stance(main[0], { validAt, atSequence, contributions: 'none' })),
  ),
  ...each(main, (cell) =>
    each(['2025-02-14', '2025-03-22', '2025-04'], (validAt) => [
      stance(cell, { validAt, atSequence: last, contributions: 'all' }),
      stance(cell, { validAt, atSequence: 56, ...short }),
    ]),
  ),
  ...each(others, (cell) => [
    stance(cell, { validAt: '2025-02-12', atSequence: 50 }),
    stance(cell, { validAt: '2025-03-20', atSequence: 70, contributions: '1' }),
    stance(cell, { validAt: '2025-06-01', atSequence: last, contributions: '2' }),
  ]),
  ...each([{}, { atSequence: 0 }, { knownAt: '2025-04-19' }, { knownAt: '2025-06-06T20:18:00.125Z' }], (knowledge) =>
    stance('aldria/observers', { ...knowledge, ...short }),
  ),
  stance('aldria/observers', { knownAt: '2025-04-19T01:43:00.124Z', validAt: '2025-03-01/2025-03-05', ...short }),
  stance('brennmark/observers', { knownAt: '2025-07', validAt: '9998-12-31', ...short }),
];

const models = each(['latest', 'mean'], (model) =>
  each([...main, 'cordia-league/observers'], (cell) =>
    each(['2025-02-14', '2025-05-04'], (validAt) =>
      stance(cell, { validAt, atSequence: last, model, modelVersion: 1, codebook: 1, ...short }),
    ),
  ),
);

const lenses = [
  { excludeActs: actId(23) },
  { excludeActs: `${actId(14)},${actId(17)},${actId(1)},${actId(14)}` },
  { excludeSources: 'gazette-0112' },
  { excludeSources: 'mirror-0112,blog-0301,archive-1230' },
  { publishedUntil: '2025-02' },
  { publishedUntil: '2025-02-27' },
  { publishedUntil: '2025-02-03T12:05:00Z' },
  { recorders: 'local' },
  { recorders: 'alice,bob' },
  { excludeRecorders: 'import bot' },
  { excludeRecorders: 'local' },
  { kinds: 'statement,concession' },
  { kinds: 'withdrawal' },
  { speakers: 'lena-orsk,tomas-reyk' },
  { speakers: 'mei-lin' },
  { minReliability: 'B' },
  { minReliability: 'F' },
  { minAttribution: 'official' },
  { minAttribution: 'on-record' },
  { occurredFrom: '2025-02' },
  { occurredTo: '2025-03-01' },
  { occurredFrom: '2025-02-01T00:00:00Z', occurredTo: '2025-02' },
  { mandated: 'true' },
  { halfLifeDays: '1' },
  { halfLifeDays: '36500' },
  { halfLifeDays: '7.25', kinds: 'statement', excludeRecorders: 'bob', occurredTo: '2025-04' },
];
const throughLenses = each(lenses, (lens) => [
  stance('aldria/border-line', { validAt: '2025-05-04', atSequence: last, ...short, ...lens }),
  stance('brennmark/border-line', { validAt: '2025-03-20', atSequence: 64, contributions: 'none', ...lens }),
]);

const period = { from: '2025-02', to: '2025-03-15' };
const histories = each(['timeline', 'shifts'], (what) => [
  ...each([...main, others[1]], (cell) => stance(`${cell}/${what}`, { atSequence: last })),
  ...each(['latest', 'mean'], (model) => stance(`${main[0]}/${what}`, { atSequence: last, model })),
  stance(`${main[0]}/${what}`, { atSequence: 50 }),
  stance(`${main[0]}/${what}`, { atSequence: last, ...period }),
  stance(`${main[3]}/${what}`, { atSequence: last, validAt: '2025-02-28', from: '2025-01-01T00:00:00Z' }),
  stance(`${main[0]}/${what}`, { atSequence: last, publishedUntil: '2025-03', halfLifeDays: '20' }),
  stance(`${main[0]}/${what}`, { atSequence: last, excludeActs: actId(42), minAttribution: 'official' }),
]);
const margins = each(['0', '0.2', '1'], (margin) => stance(`${main[0]}/shifts`, { atSequence: last, margin }));

const matrices = each(
  [
    {},
    { party: 'aldria,brennmark' },
    { issue: 'border-line,ceasefire', party: 'northern-council' },
    { model: 'latest' },
    { halfLifeDays: '10', publishedUntil: '2025-02' },
  ],
  (asked) => get('/v1/stances', { validAt: '2025-04-01', atSequence: last, ...asked }),
);

const acts = each(
  [
    {},
    { party: 'aldria' },
    { issue: 'ceasefire' },
    { kind: 'withdrawal' },
    { speaker: 'lena-orsk' },
    { source: 'digest-0215' },
    { from: '2025-03', to: '2025-03-14' },
    { to: '2025-01-12T12:00:00Z' },
    { q: 'café' },
    { q: '提議' },
    { q: 'border metre' },
    { q: 'הגבול' },
    { party: 'brennmark', kind: 'statement', from: '2025' },
  ],
  (asked) => [get('/v1/acts', { atSequence: last, limit: '2', ...asked })],
);
const numbers = [1, 2, 4, 10, 17, 23, 26, 29, 36, 37];
const oneAct = each(numbers, (number) => [
  get(`/v1/acts/${actId(number)}`, number === 23 ? undefined : { atSequence: number < 30 ? 58 : last }),
  get(`/v1/acts/${actId(number)}/history`, { atSequence: last }),
]);

const entries = {
  parties: ['aldria', 'iva-moreau'],
  speakers: ['mei-lin', 'lena-orsk'],
  issues: ['border-line', 'ceasefire-terms'],
  sources: ['blog-0301', 'digest-0215', 'leak-copy', 'mirror-0112', 'communique-0120'],
};
const catalogue = each(Object.entries(entries), ([kind, ids]) => [
  get(`/v1/${kind}`, { limit: '2' }),
  get(`/v1/${kind}`, { limit: '3', atSequence: 13 }),
  get(`/v1/${kind}`, { q: { parties: 'Aldria', speakers: 'Tomáš', issues: '停火', sources: 'gazette' }[kind] }),
  ...each(ids, (id) => [get(`/v1/${kind}/${id}`), get(`/v1/${kind}/${id}/history`, { knownAt: '2025-06' })]),
]);
const before = [
  get('/v1/parties/aldria', { atSequence: 30 }),
  get('/v1/issues/border-line', { knownAt: '2025-04-30' }),
];
const texts = each(['communique-0120', 'interview-he', 'paper-zh'], (id) => get(`/v1/sources/${id}/text`));

export const questions = [
  ...[manyTimes, models, throughLenses, histories, margins, matrices],
  ...[acts, oneAct, catalogue, before, texts],
].flat();
