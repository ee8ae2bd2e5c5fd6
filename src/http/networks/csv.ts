import type { NetworkView } from '../../application/asking/alignment-views.js';

type Value = string | number | boolean | null;

const headings = {
  two: ['party', 'party_label', 'issue', 'issue_label', 'status', 'mixed', 'score', 'band', 'strength'],
  one: ['a', 'a_label', 'b', 'b_label', 'n', 'alignment', 'agreement'],
} as const satisfies Record<NetworkView['mode'], readonly string[]>;

/** The network's edges as RFC 4180 has them, with a line of headings; nodes without an edge are not in it. */
export function csvOf(network: NetworkView): string {
  const rows: readonly (readonly Value[])[] = [headings[network.mode], ...rowsOf(network)];
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function rowsOf(network: NetworkView): readonly (readonly Value[])[] {
  const labels = new Map(network.nodes.map(({ kind, id, label }) => [`${kind}:${id}`, label]));
  const named = (kind: string, id: string): readonly Value[] => [id, labels.get(`${kind}:${id}`) ?? id];
  if (network.mode === 'one') {
    return network.edges.map(({ a, b, n, alignment, agreement }) => {
      return [...named('party', a), ...named('party', b), n, alignment, agreement];
    });
  }
  return network.edges.map(({ party, issue, status, mixed, score, band, strength }) => {
    return [...named('party', party), ...named('issue', issue), status, mixed, score, band, strength];
  });
}

function field(value: Value): string {
  const text = typeof value === 'string' ? inert(value) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run a text that begins like a formula; with an apostrophe before it, it shows it as it is. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
