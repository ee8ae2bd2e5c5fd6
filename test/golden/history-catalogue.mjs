// The first part of the golden history: invented states that quarrel over a border, and the documents that tell of it.
import { post, put } from './history-write.mjs';

const gazette =
  'The foreign office of Aldria said on Sunday that it “will not move the border by one metre”. ' +
  'Envoy Lena Orsk told reporters: “We are ready to talk about observers, not about maps.” ' +
  'Two officials, who asked not to be named, spoke of a plan to ease the blockade by spring. ' +
  'Brennmark demands “the whole valley, and now”. The blockade of the harbour began at noon.';
const leak = 'Minutes, not for release. The council would take “half the valley 🤝 and no more”. Nobody signed them.';

const texts = {
  'gazette-0112': gazette,
  'mirror-0112': gazette,
  'communique-0120':
    'COMMUNIQUÉ\r\n\r\nLa République s’engage à respecter la trêve jusqu’à la fin de juin.\r\n' +
    'Elle accepte les observateurs proposés par la Ligue.\r\nElle propose une trêve de trente jours.\r\n',
  'wire-0203':
    'Brennmark could live with the old line in the north, a minister says. Observers? “Never on our soil.” ' +
    'Both capitals will send delegations. Both capitals will send experts. The League voted 9 to 2 for a truce.',
  'interview-he': 'הדוברת אמרה: "הגבול יישאר במקומו". היא הוסיפה: "נחזור לשולחן באביב".',
  'digest-0215': 'Digest 😀: the cafe\u0301 talks 👨‍👩‍👧 went on; Aldria would “meet in the middle”. Digest 😁 ends.',
  'blog-0301': 'I hear that Moreau wants the new line tomorrow. I hear that the proposal is off the table.',
  'leak-0310': leak,
  'leak-copy': leak,
  'archive-1230':
    'In December the envoy wrote: “The new line is a price that we can pay.” The letter was found in April.',
  'paper-zh': '《邊境報》：雙方同意停火三十天。“我們收回先前的提議。”發言人說。',
};

const source = (id, reliability, published, more = {}) => ({
  title: `Source ${id}`,
  publisher: 'Border Gazette',
  published,
  language: 'en',
  reliability,
  ...more,
});
const capture = (id, ...content) => post('/v1/sources', { id, ...source(id, ...content), text: texts[id] });
export const describe = (id, reason, ...content) => put(`/v1/sources/${id}`, { ...source(id, ...content), reason });

const band = (label, from, to) => ({ label, from, to });
export const border = {
  title: 'The border line',
  question: 'Where shall the border run?',
  axis: { negative: 'the old line', positive: 'the new line' },
  bands: [band('old-line', -1, -0.3), band('talks', -0.3, 0.3), band('new-line', 0.3, 1)],
  anchors: [
    { value: -1, example: 'Not one metre.' },
    { value: 0.5, example: 'Half of the valley.' },
  ],
};
const ceasefire = {
  title: 'Trêve · 停火 · הפסקת אש',
  question: 'Shall the guns be silent?',
  axis: { negative: 'fighting', positive: 'truce' },
  bands: [band('fighting', -1, 0), band('truce', 0, 1)],
  halfLifeDays: 30,
};
const observers = {
  title: 'Observers',
  question: 'Shall observers watch the border?',
  axis: { negative: 'none', positive: 'many' },
  bands: [band('against', -1, -0.05), band('silent', -0.05, 0.05), band('for', 0.05, 1)],
  halfLifeDays: 36500,
};
const mandate = (party, role, from, until) => ({ party, role, from, until });

export const catalogue = [
  post('/v1/parties', { id: 'aldria', name: 'Aldria', kind: 'state', aliases: ['Aldrie', 'الدريا'], wikidata: 'Q1' }),
  post('/v1/parties', { id: 'brennmark', name: 'Brennmark', kind: 'state' }, 'bob'),
  post('/v1/parties', { id: 'cordia-league', name: 'Cordia League', kind: 'organisation', aliases: ['the League'] }),
  post('/v1/parties', { id: 'northern-council', name: 'Northern Council', kind: 'faction' }),
  post('/v1/parties', { id: 'iva-moreau', name: 'Iva Moreau', kind: 'person' }),
  post('/v1/speakers', {
    id: 'lena-orsk',
    name: 'Lena Orsk',
    mandates: [mandate('aldria', 'envoy', '2024-11', '2025-03-31')],
  }),
  post('/v1/speakers', {
    id: 'tomas-reyk',
    name: 'Tomáš Reyk',
    mandates: [mandate('brennmark', 'minister', '2023~')],
  }),
  post('/v1/speakers', { id: 'mei-lin', name: '林美', mandates: [] }),
  post('/v1/issues', { id: 'border-line', ...border }),
  post('/v1/issues', { id: 'ceasefire', ...ceasefire }),
  post('/v1/issues', { id: 'observers', ...observers }, 'bob'),
  capture('gazette-0112', 'B', '2025-01-12', { url: 'https://gazette.example/2025/01/12' }),
  capture('mirror-0112', 'C', '2025-01-13', { archiveUrl: 'https://archive.example/m', retrieved: '2025-01-14' }),
  capture('communique-0120', 'A', '2025-01-20', { language: 'fr', kind: 'original', publisher: 'République d’Aldrie' }),
  capture('wire-0203', 'C', '2025-02-03T14:05:00+02:00'),
  capture('interview-he', 'B', '2025-02-08', { language: 'he', kind: 'transcript' }),
  capture('digest-0215', 'D', '2025-02-15?', { kind: 'digest', derivedFrom: 'gazette-0112' }),
  capture('blog-0301', 'E', '2025-02-27/2025-03-01'),
  capture('leak-0310', 'F', '2025-03'),
  capture('paper-zh', 'B', '2025-03-18', { language: 'zh-Hant', kind: 'translation' }),
  // Without an id: it derives from the command.
  post('/v1/sources', {
    ...source('unnamed', 'A', '2025'),
    original: { mediaType: 'application/pdf', sha256: 'ab'.repeat(32) },
    text: 'A page that nobody cites.\n',
  }),
  post('/v1/issues', { ...ceasefire, id: 'ceasefire-terms', title: 'Terms of the truce', replaces: 'ceasefire' }),
];

export const laterSources = [
  capture('leak-copy', 'D', '2025-03-11', { derivedFrom: 'leak-0310' }),
  capture('archive-1230', 'A', '2025-04-05', { kind: 'original' }),
];
