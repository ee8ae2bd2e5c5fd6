import type { StanceView } from '../../application/asking/views.js';
import type { Band } from '../../domain/issues/issue-content.js';
import { bandPaint } from '../asking/band-paint.js';
import { ask } from '../server/ask.js';
import type { Client, Query } from '../server/client.js';
import type { IssueEntry } from '../server/entry.js';
import { signed } from '../terminal/signed.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { differenceLines } from './difference-lines.js';
import { asked, cell, cellPath } from './question.js';

interface Version {
  readonly title: string;
  /** Leads to the acts that make its answer differ from the one of now. */
  readonly differs: string;
  /** What is added to the question. */
  readonly query: Readonly<Record<string, string | number>>;
}

const now: Version = { title: 'as this log holds it now', differs: '', query: {} };
const published: Version = {
  title: 'as the public could have known it that day',
  differs: 'What the public could have read by then differs in',
  query: { publishedUntil: asked.validAt },
};

/** One question in three versions: what is known now, what this log held earlier, what the public could know then. */
export async function comparisonLines(client: Client, earlier: number, out: Terminal): Promise<readonly string[]> {
  const differs = 'What the log held before its last file differs in';
  const before: Version = {
    title: 'as this log held it before its last file',
    differs,
    query: { atSequence: earlier },
  };
  const { bands } = (await ask(client, `/v1/issues/${cell.issue}`)).json<IssueEntry>();
  const versions = [now, before, published];
  const stances = await Promise.all(versions.map(({ query }) => stanceOf(client, query)));
  const [latest, ...others] = stances;
  const differences = others.map(async (other, index) => {
    const lines = latest ? await differenceLines(client, { latest, other }, out) : [];
    return ['', `  ${versions[index + 1]?.differs ?? ''}`, ...lines];
  });
  return [
    out.colors.bold(`Where did the United States stand on ${asked.spoken}? One question, known in three ways`),
    ...overview(versions, stances, { bands, out }),
    ...(await Promise.all(differences)).flat(),
  ];
}

async function stanceOf(client: Client, query: Query): Promise<StanceView> {
  const all = { validAt: asked.validAt, contributions: 'all', ...query };
  return (await ask(client, cellPath, all)).json<StanceView>();
}

interface Setting {
  readonly bands: readonly Band[];
  readonly out: Terminal;
}

const right = { align: 'right' } as const;

function overview(
  versions: readonly Version[],
  stances: readonly StanceView[],
  { bands, out }: Setting,
): readonly string[] {
  const paint = bandPaint(bands, out.colors);
  const rows = stances.map(({ score, band, status, strength, contributionsTotal }, index) => [
    `  ${versions[index]?.title ?? ''}`,
    { text: signed(score, 3), paint: paint(band) },
    { text: band ?? status, paint: paint(band) },
    strength.toFixed(2),
    String(contributionsTotal),
    Object.entries(versions[index]?.query ?? {})
      .map(([name, value]) => `${name}=${value}`)
      .join('&'),
  ]);
  const columns = [{ title: `  validAt=${asked.validAt}` }, { title: 'score', ...right }, { title: 'band' }];
  const more = [{ title: 'strength', ...right }, { title: 'acts', ...right }, { title: 'asked with' }];
  return table([...columns, ...more], rows, { title: out.colors.dim, width: out.width });
}
