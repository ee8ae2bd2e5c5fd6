// The second part of the golden history: every kind of act, and everything that a withdrawal can do.
import {
  accepts,
  cafe,
  delegations,
  ease,
  experts,
  half,
  harbour,
  maps,
  metre,
  middle,
  mirrored,
  never,
  offTable,
  oldLine,
  spring,
  stays,
  takeBack,
  thirty,
  thirtyDays,
  tomorrow,
  truce,
  valley,
  vote,
} from './history-quotes.mjs';
import { act, actId, content, post } from './history-write.mjs';

export const lena = { speaker: 'lena-orsk', attribution: 'on-record' };
const tomas = { speaker: 'tomas-reyk', attribution: 'on-record' };
const joint = { joint: 'geneva:1', addressees: ['cordia-league'] };

const everyKind = [
  act(1, 'statement', 'aldria', '2025-01-12', {
    leans: ['border-line', -0.8, 'By the anchors.'],
    quotes: [metre],
    ...lena,
  }),
  act(2, 'threat', 'aldria', '2025-01-20T10:15:00.250+01:00', {
    leans: [
      ['ceasefire', -0.6],
      ['border-line', -0.4],
    ],
    quotes: [maps],
    addressees: ['brennmark', 'northern-council'],
    condition: 'as long as maps are on the table',
    threat: { measure: 'to leave the talks', deadline: '2025-02' },
    ...lena,
  }),
  act(3, 'demand', 'brennmark', '2025-01-14', { leans: ['border-line', 0.9], quotes: [valley] }),
  act(4, 'proposal', 'cordia-league', '2025-02-01/2025-02-10', {
    leans: [
      ['observers', 0.7],
      ['ceasefire', 0.1],
    ],
    quotes: [accepts],
    proposal: {
      terms: [
        { issue: 'observers', text: 'Forty of them.' },
        { issue: 'ceasefire', text: 'As long as they stay.' },
      ],
    },
  }),
  act(5, 'concession', 'brennmark', '2025-02', {
    leans: ['border-line', 0.1],
    quotes: [oldLine],
    attribution: 'reported',
    certainty: 0.7,
    by: 'bob',
  }),
  act(6, 'commitment', 'aldria', '2025-01-20', { leans: ['ceasefire', 0.8], quotes: [truce], until: '2025-06-30' }),
  act(7, 'acceptance', 'aldria', '2025-02-12', {
    leans: ['observers', 0.5],
    quotes: [accepts],
    inResponseTo: actId(4),
  }),
  act(8, 'rejection', 'brennmark', '2025-02-13', {
    leans: ['observers', -0.7],
    quotes: [never],
    inResponseTo: actId(4),
    ...tomas,
  }),
  act(9, 'denial', 'aldria', '2025-02-14~', { leans: ['border-line', -0.2], quotes: [ease], attribution: 'anonymous' }),
  act(10, 'action', 'brennmark', '2025-01-12T12:00:00Z', {
    leans: ['ceasefire', -0.9],
    quotes: [harbour],
    until: '2025-03-15',
  }),
  act(11, 'action', 'northern-council', '2025-02-03', {
    leans: ['ceasefire', 0.5],
    quotes: [vote],
    mode: 'diplomatic',
  }),
  act(12, 'action', 'aldria', '2025-02-20', { leans: ['observers', 0.3], quotes: [delegations], mode: 'procedural' }),
  act(13, 'proposal', 'aldria', '2025-02-22', {
    leans: ['ceasefire', 0.9],
    quotes: [thirtyDays],
    proposal: { terms: [] },
    ...lena,
  }),
];

const withdrawals = [
  act(14, 'withdrawal', 'aldria', '2025-03-05', { quotes: [takeBack], inResponseTo: actId(13) }),
  act(15, 'withdrawal', 'aldria', '2025-03-20', {
    leans: ['ceasefire', 0.4],
    quotes: [spring],
    inResponseTo: actId(14),
  }),
  act(16, 'withdrawal', 'aldria', '2025-03-10', { quotes: [offTable], inResponseTo: actId(6), until: '2025-03-24' }),
  act(17, 'withdrawal', 'brennmark', '2025-02-25', {
    leans: ['border-line', -0.1],
    quotes: [oldLine],
    inResponseTo: actId(3),
    attribution: 'reported',
    certainty: 0.4,
  }),
  act(18, 'statement', 'aldria', '2025-03-01', {
    leans: [
      ['border-line', 0],
      ['ceasefire', 0.2],
    ],
    quotes: [experts],
    ...joint,
  }),
  act(19, 'statement', 'brennmark', '2025-03-01', {
    leans: [
      ['border-line', 0],
      ['ceasefire', 0.2],
    ],
    quotes: [experts],
    ...joint,
  }),
  act(20, 'statement', 'northern-council', '2024-12-31T23:59:59.999Z', { quotes: [maps] }),
  act(21, 'statement', 'iva-moreau', '2025-03', {
    leans: ['border-line', 1],
    quotes: [tomorrow],
    attribution: 'anonymous',
    certainty: 0.01,
  }),
  act(22, 'withdrawal', 'northern-council', '2025-01-01', {
    quotes: [offTable],
    inResponseTo: actId(11),
    certainty: 0.5,
  }),
  act(24, 'statement', 'brennmark', '2025-03-08', { leans: ['border-line', 0.2], quotes: [middle], by: 'import bot' }),
  act(25, 'concession', 'brennmark', '2025-03-08', { leans: ['border-line', -0.3], quotes: [cafe] }),
  act(26, 'statement', 'aldria', '2025-03-09', { leans: ['border-line', 0.25], quotes: [middle], speaker: 'mei-lin' }),
  act(27, 'statement', 'aldria', '2025-03-09', { leans: ['border-line', 0.25], quotes: [middle] }),
  act(29, 'statement', 'aldria', '2025-02-08', { leans: ['border-line', -0.7], quotes: [stays, mirrored], ...lena }),
  act(30, 'commitment', 'brennmark', '2025-03-18', { leans: ['ceasefire', 1], quotes: [thirty], until: '2025-04-17' }),
  act(32, 'proposal', 'brennmark', '2025-03-12', { leans: ['observers', 1], quotes: [cafe] }),
  act(33, 'withdrawal', 'brennmark', '2025-03-14', { quotes: [offTable], inResponseTo: actId(32) }),
  act(35, 'statement', 'aldria', '2025', { leans: ['border-line', 0.9], quotes: [tomorrow], attribution: 'reported' }),
  act(36, 'concession', 'northern-council', '2025-03-10', { leans: ['border-line', 0.5], quotes: [half] }),
  act(37, 'statement', 'aldria', '2025-03-15', { leans: ['border-line', -0.1], quotes: [ease], by: 'import bot' }),
  act(38, 'withdrawal', 'brennmark', '2025-03-16', { quotes: [offTable], inResponseTo: actId(24), by: 'import bot' }),
  // Without an id: it derives from the command.
  post(
    '/v1/acts',
    content('statement', 'cordia-league', '2025-03-19T08:00:00-05:30', { leans: ['observers', -0.02], quotes: [cafe] }),
  ),
];

export const acts = [...everyKind, ...withdrawals];
