import type { ContributionView, PendingView, StanceView } from '../../application/asking/views.js';
import type { IssueEntry } from '../server/entry.js';
import { axis } from '../terminal/axis.js';
import { plain } from '../terminal/plain.js';
import { shareBar } from '../terminal/share-bar.js';
import { shortTime } from '../terminal/short-time.js';
import { signed } from '../terminal/signed.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { wrap } from '../terminal/wrap.js';
import { bandPaint } from './band-paint.js';
import { basisFlags } from './basis-flags.js';

export interface ToldStance {
  readonly stance: StanceView;
  readonly issue: IssueEntry | null;
  readonly shown: readonly ContributionView[];
  /** Of the acts, by id, as far as they were read. */
  readonly summaries: ReadonlyMap<string, string>;
}

const axisWidth = 61;
const barWidth = 12;

const right = { align: 'right' } as const;

/** A stance for people: where on the axis, how firmly, because of what, and how to ask again. */
export function stanceReport(told: ToldStance, out: Terminal): readonly string[] {
  const { stance, issue } = told;
  const bold = out.colors.bold;
  return [
    bold(`${stance.party} on ${issue ? plain(issue.title) : stance.issue}`),
    ...(issue ? [out.colors.dim(plain(issue.question))] : []),
    '',
    ...drawn(told, out),
    headline(told, out),
    '',
    ...wrap(plain(stance.sentence), out.width),
    '',
    ...contributions(told, out),
    ...pending(stance.pending, out),
    ...askedOn(stance, out),
  ];
}

function drawn({ stance, issue }: ToldStance, out: Terminal): readonly string[] {
  if (!issue) return [];
  const { negative, positive } = issue.axis;
  const [line, names] = axis({ bands: issue.bands, score: stance.score, width: axisWidth });
  const marked = line.replace('●', out.colors.bold('●'));
  return [marked, names, out.colors.dim(`      −1 ${plain(negative)} · +1 ${plain(positive)}`), ''];
}

function headline({ stance, issue }: ToldStance, out: Terminal): string {
  const { score, band, status, strength, spread, mixed } = stance;
  const paint = bandPaint(issue?.bands ?? [], out.colors)(band);
  const where = score === null ? 'no stance' : `${signed(score)} ${band ?? ''}`;
  const voices = mixed ? ' · mixed: more than one voice' : '';
  const firmness = `strength ${strength.toFixed(2)} · spread ${spread.toFixed(2)}`;
  return `${out.colors.bold(paint(where))} · ${status} · ${firmness}${voices}`;
}

function contributions({ stance, shown, summaries }: ToldStance, out: Terminal): readonly string[] {
  if (stance.contributionsTotal === 0) return ['No act contributes.', ''];
  const rows = shown.map(({ act, kind, occurred, value, weight, standing, share }) => [
    shareBar(share, barWidth),
    `${(share * 100).toFixed(1)} %`,
    signed(value),
    (weight * standing).toFixed(2),
    kind,
    occurred,
    plain(summaries.get(act) ?? act),
  ]);
  const columns = [{ title: 'share' }, { title: '', ...right }, { title: 'value', ...right }];
  const more = [{ title: 'weight', ...right }, { title: 'kind' }, { title: 'occurred' }, { title: 'act' }];
  const lines = table([...columns, ...more], rows, { title: out.colors.dim, width: out.width });
  return [...lines, ...rest(stance, shown), ''];
}

function rest({ contributionsTotal }: StanceView, shown: readonly ContributionView[]): readonly string[] {
  const hidden = contributionsTotal - shown.length;
  if (hidden <= 0) return [];
  const share = 1 - shown.reduce((sum, contribution) => sum + contribution.share, 0);
  return [`… and ${hidden} more with ${(share * 100).toFixed(1)} % together (--contributions all)`];
}

function pending(acts: readonly PendingView[], out: Terminal): readonly string[] {
  if (acts.length === 0) return [];
  const lines = acts.map(({ kind, occurred, value, effective }) => {
    return `  ${signed(value)}  ${kind}  ${occurred}, counts from ${shortTime(effective)}`;
  });
  return [out.colors.dim('may have happened already'), ...lines, ''];
}

function askedOn({ party, issue, basis }: StanceView, out: Terminal): readonly string[] {
  const { recordedAt, settled } = basis.knownAt;
  const held = recordedAt === null ? 'nothing yet' : `recorded until ${shortTime(recordedAt)}`;
  const told = `valid at ${shortTime(basis.validAt)} · known at ${basis.knownAt.sequence} (${held})`;
  const open = settled ? '' : ' · not settled: more may be recorded at this time';
  return [out.colors.dim(`${told}${open}`), out.colors.dim(`demarche stance ${party} ${issue} ${basisFlags(basis)}`)];
}
