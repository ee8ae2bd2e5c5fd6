import type { TracedContributionView, TracedSourceView, TraceView } from '../../application/tracing/views.js';
import { basisFlags } from '../asking/basis-flags.js';
import { plain } from '../terminal/plain.js';
import { shortTime } from '../terminal/short-time.js';
import { signed } from '../terminal/signed.js';
import type { Terminal } from '../terminal/terminal.js';
import { type Branch, tree } from '../terminal/tree.js';
import { citationBranch } from './citation-branch.js';

const widthMax = 116;

/** A trace for people: a tree from the score down to the quotes and to who recorded them. */
export function traceReport(trace: TraceView, out: Terminal): readonly string[] {
  const { party, issue, framing, contributions, sources, basis } = trace;
  const title = typeof framing?.['title'] === 'string' ? plain(framing['title']) : issue;
  const known = new Map(sources.map((source) => [source.id, source]));
  return [
    out.colors.bold(`${party} on ${title}`),
    headline(trace, out),
    '',
    ...tree(
      [...contributions].reverse().map((each) => branchOf(each, known)),
      Math.min(out.width, widthMax),
    ),
    ...rest(trace),
    ...check(trace),
    '',
    out.colors.dim(`demarche trace ${party} ${issue} ${basisFlags(basis)}`),
  ];
}

function headline({ stance }: TraceView, out: Terminal): string {
  const { score, band, status, strength, spread } = stance;
  const where = score === null ? 'no stance' : `${signed(score)} ${band ?? ''}`.trimEnd();
  return `${out.colors.bold(where)} · ${status} · strength ${strength.toFixed(2)} · spread ${spread.toFixed(2)}`;
}

function branchOf(contribution: TracedContributionView, sources: ReadonlyMap<string, TracedSourceView>): Branch {
  const { share, value, product, kind, occurred, versions, citations, act } = contribution;
  const adds = `${signed(product, 3)} = share ${(share * 100).toFixed(1)} % × value ${signed(value)}`;
  const summary = plain(versions.findLast(({ seen }) => seen)?.summary ?? '');
  return {
    text: `${adds} · ${kind}, ${occurred} · ${summary}`,
    branches: [
      { text: weightOf(contribution) },
      ...contribution.withdrawals.map(withdrawalBranch),
      { text: `act ${act}`, branches: versions.map(versionBranch) },
      ...citations.map((citation) => citationBranch(citation, sources.get(citation.source))),
    ],
  };
}

function weightOf({ weight, factors, term }: TracedContributionView): string {
  const { force, attribution, reliability, certainty, standing, decay } = factors;
  const coded = `force ${force} × attribution ${attribution} × reliability ${reliability} × certainty ${certainty}`;
  const timely = `standing ${rounded(standing)} · decay ${rounded(decay)}`;
  return `weight ${rounded(weight)} = ${coded} · ${timely} · adds ${rounded(term)}`;
}

function withdrawalBranch({ act, certainty, standing }: TracedContributionView['withdrawals'][number]): Branch {
  return { text: `withdrawn by act ${act}: standing × (1 − ${rounded(certainty)} × ${rounded(standing)})` };
}

function versionBranch({ log, event, reason, seen }: TracedContributionView['versions'][number]): Branch {
  const why = reason === null ? '' : `: ${plain(reason)}`;
  const unseen = seen ? '' : ' [left out by the lens]';
  return {
    text: `event ${log.sequence} ${event} by ${plain(log.recorder)}, ${shortTime(log.recordedAt)}${why}${unseen}`,
  };
}

function rest({ stance, contributions }: TraceView): readonly string[] {
  const { contributionsTotal: total, restShare } = stance;
  if (total === 0) return ['No act contributes.'];
  const hidden = total - contributions.length;
  if (hidden === 0) return [];
  return [`… and ${hidden} more with ${(restShare * 100).toFixed(1)} % together (--contributions all)`];
}

function check({ stance, check: { shares, score, strength, holds } }: TraceView): readonly string[] {
  const sums = `shares ${rounded(shares)} · products ${signed(score, 6)} · weights in force ${rounded(strength)}`;
  const said = `score ${signed(stance.score, 6)} · strength ${rounded(stance.strength)}`;
  return ['', `added up again: ${sums}`, `the stance says: ${said} · ${holds ? 'the same' : 'NOT THE SAME'}`];
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(6)));
}
