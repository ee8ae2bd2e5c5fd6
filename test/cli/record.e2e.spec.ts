import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realOpen } from './support/real-open.js';
import { type Ran, runOn } from './support/test-host.js';

const catalogue = `parties: [{id: aland, name: Aland, kind: state}, {id: bland, name: Bland, kind: state}]
issues:
  - id: border
    title: The border
    question: Open or closed?
    axis: {negative: closed, positive: open}
    bands: [{label: closed, from: -1, to: 0}, {label: open, from: 0, to: 1}]
`;
const source = `source:
  id: herald
  title: T
  publisher: P
  published: "2025-01-05"
  language: en
  reliability: B
  text: The ministers of both said “the border opens”. Then it was closed again.
`;
const act = (fields: string, quote: string): string =>
  `  - {kind: action, occurred: "2025-01-01", summary: S, attribution: official, ${fields}, ` +
  `leanings: [{issue: border, value: 0.5}],\n     citations: [{exact: "${quote}"}]}\n`;
const acts = `acts:\n${act('key: opens, parties: [aland, bland]', 'The ministers of both')}${act(
  'key: shut, party: aland, inResponseTo: "#opens/bland"',
  'closed again',
)}`;
const changes = `changes:
  - {retract: "#shut", reason: It was Bland, cause: coding-error}
  - {corroborate: "#opens/aland", citations: [{exact: closed}]}
`;

describe('recording on a real log', () => {
  let directory: string;
  let env: NodeJS.ProcessEnv;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demarche-cli-'));
    env = { DEMARCHE_LOG: `sqlite:${join(directory, 'log.db')}`, DEMARCHE_VIEWS: directory };
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function record(text: string, ...args: readonly string[]): Promise<Ran> {
    const file = join(directory, 'day.yaml');
    await writeFile(file, text);
    return runOn({ open: realOpen(env), env }, 'record', file, ...args);
  }

  it('changes nothing when it is run again, and goes on where the file grew', async () => {
    expect((await record(catalogue + source + acts)).out).toContain('7 recorded, 0 already there, 0 refused');
    expect((await record(catalogue + source + acts)).out).toContain('0 recorded, 7 already there, 0 refused');
    expect((await record(catalogue + source + acts + changes)).out).toContain('2 recorded, 7 already there, 0 refused');
    expect((await record(catalogue + source + acts + changes)).out).toContain('0 recorded, 9 already there, 0 refused');
  });

  it('refuses a quote where it stands in the file, with the words that the source has', async () => {
    const wrong = `acts:\n${act('key: opens, party: aland', "'the border opens'")}`;
    const { err, exitCode } = await record(catalogue + source + wrong);
    expect(err).toMatch(
      /day\.yaml:18:26: quote-not-found: [^\n]+\n {2}perhaps: \{exact: "“the border opens”", start: 27, end: 45\}\n/,
    );
    expect(exitCode).toBe(1);
  });

  it('refuses an edit of what is recorded, and says to add a change', async () => {
    await record(catalogue + source + acts);
    const { err, out } = await record(catalogue + source + acts.replace('value: 0.5', 'value: 0.4'));
    expect(err).toContain('id-in-use');
    expect(err).toContain('`{correct: "herald#opens/aland", reason: …, act: {…the whole new content}}`');
    expect(out).toContain('0 recorded, 5 already there, 2 refused');
  });

  it('checks without writing, and knows the server’s mind once it holds all that acts refer to', async () => {
    const first = await record(catalogue + source + acts, '--dry-run');
    expect(first.out).toContain('0 checked, 0 refused, 7 checked in part');
    expect((await record(catalogue + source)).out).toContain('4 recorded');
    const second = await record(source + acts.replace('value: 0.5', 'value: 5'), '--dry-run');
    expect(second.err).toContain('leaning-out-of-range');
    expect(second.out).toContain('already there');
    expect((await record(source + acts)).out).toContain('3 recorded, 1 already there');
  });
});
