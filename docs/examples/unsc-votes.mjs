// Votes of the UN Security Council as documents for `demarche record -`: each draft an issue, each member's vote an
// action. Reads the CSV of the Dag Hammarskjöld Library (one member's vote a line): node unsc-votes.mjs FILE
import { readFileSync } from 'node:fs';

const leanings = { Yes: 1, Abstain: 0, No: -1 };
const bands = [
  { label: 'against', from: -1, to: -0.5 },
  { label: 'abstaining', from: -0.5, to: 0.5 },
  { label: 'in favour', from: 0.5, to: 1 },
];

/** Rows of CSV (RFC 4180) as objects by the headings of its first line. */
function rowsOf(csv) {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const lines = [[]];
  while (field.lastIndex < csv.length) {
    const [, quoted, plain, end] = field.exec(csv) ?? [];
    if (end === undefined) throw new Error(`line ${lines.length} is not CSV`);
    lines.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',' && field.lastIndex < csv.length) lines.push([]);
  }
  const [headings, ...rows] = lines;
  return rows.map((row) =>
    Object.fromEntries(headings.map((heading, column) => [heading, (row[column] ?? '').trim()])),
  );
}

function slugOf(name) {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}

const quoteOf = ({ member_state: member, vote }) => `— ${member}: ${vote}`;

/** One draft: its issue, its source (the record of the vote, in our words), and an act of each member. */
function documentOf(votes) {
  const [{ date, draft, meeting, outcome, agenda_item: item }] = votes;
  const id = `unsc-${slugOf(draft)}`;
  const heading = `Draft ${draft}, meeting ${meeting}, ${date}: ${outcome}.\n${item}\n`;
  return {
    issues: [
      {
        ...{ id, title: `Draft ${draft}`, question: `Should the Security Council adopt draft ${draft}?` },
        ...{ axis: { negative: 'against', positive: 'in favour' }, bands },
      },
    ],
    source: {
      ...{ id: `${id}-votes`, title: `Votes on draft ${draft}`, publisher: 'UN Dag Hammarskjöld Library' },
      ...{ published: date, language: 'en', kind: 'digest', reliability: 'A' },
      text: heading + votes.map((vote) => `${quoteOf(vote)}\n`).join(''),
    },
    acts: votes.map((vote) => ({
      ...{ key: slugOf(vote.member_state), kind: 'action', mode: 'diplomatic', party: slugOf(vote.member_state) },
      ...{ occurred: date, attribution: 'on-record', summary: `${vote.member_state} votes: ${vote.vote}.` },
      leanings: [{ issue: id, value: leanings[vote.vote] }],
      citations: [{ exact: quoteOf(vote) }],
    })),
  };
}

const rows = rowsOf(readFileSync(process.argv[2] ?? 0, 'utf8'));
const members = [...new Set(rows.map(({ member_state: member }) => member))];
const drafts = new Map();
for (const row of rows) drafts.set(row.draft, [...(drafts.get(row.draft) ?? []), row]);

console.log(JSON.stringify({ parties: members.map((name) => ({ id: slugOf(name), name, kind: 'state' })) }));
for (const votes of drafts.values()) console.log(JSON.stringify(documentOf(votes)));
