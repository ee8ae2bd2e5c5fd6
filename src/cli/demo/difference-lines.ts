import type { ContributionView, StanceView } from '../../application/asking/views.js';
import { Library } from '../asking/library.js';
import type { Client } from '../server/client.js';
import { plain } from '../terminal/plain.js';
import { signed } from '../terminal/signed.js';
import type { Terminal } from '../terminal/terminal.js';
import { wrap } from '../terminal/wrap.js';

export interface TwoAnswers {
  readonly latest: StanceView;
  readonly other: StanceView;
}

interface Difference {
  readonly act: string;
  readonly latest: ContributionView | undefined;
  readonly other: ContributionView | undefined;
}

const shownMax = 4;
const widthMax = 100;
const indent = ' '.repeat(4);

/** The acts that make two answers differ, those that make the most of it first. */
export async function differenceLines(client: Client, answers: TwoAnswers, out: Terminal): Promise<readonly string[]> {
  const differences = differencesOf(answers);
  const libraries = {
    latest: new Library(client, answers.latest.basis.knownAt.sequence),
    other: new Library(client, answers.other.basis.knownAt.sequence),
  };
  const shown = differences.slice(0, shownMax);
  const summaries = await Promise.all(shown.map(({ act, latest }) => libraries[latest ? 'latest' : 'other'].act(act)));
  const lines = shown.flatMap((difference, index) => {
    const text = `${effectOf(difference)}: ${plain(summaries[index]?.summary ?? difference.act)}`;
    const wrapped = wrap(text, Math.min(out.width, widthMax) - indent.length - 2);
    return wrapped.map((line, part) => `${indent}${part === 0 ? '• ' : '  '}${line}`);
  });
  const more = differences.length - shown.length;
  return more > 0 ? [...lines, out.colors.dim(`${indent}… and ${more} more`)] : lines;
}

function differencesOf({ latest, other }: TwoAnswers): readonly Difference[] {
  const [late, early] = [byAct(latest), byAct(other)];
  const acts = [...new Set([...late.keys(), ...early.keys()])];
  return acts
    .map((act) => ({ act, latest: late.get(act), other: early.get(act) }))
    .filter(differs)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

function byAct({ contributions }: StanceView): ReadonlyMap<string, ContributionView> {
  return new Map(contributions.map((contribution) => [contribution.act, contribution]));
}

function differs({ latest, other }: Difference): boolean {
  return latest?.value !== other?.value || weightOf(latest) !== weightOf(other);
}

function sizeOf({ latest, other }: Difference): number {
  return Math.abs(pullOf(latest) - pullOf(other));
}

function pullOf(contribution: ContributionView | undefined): number {
  return contribution ? contribution.share * contribution.value : 0;
}

function weightOf(contribution: ContributionView | undefined): number {
  return contribution ? contribution.weight * contribution.standing : 0;
}

/** How the other answer counts the act, beside how it counts now. */
function effectOf({ latest, other }: Difference): string {
  if (!other) return `not counted, now ${worth(latest)}`;
  if (!latest) return `${worth(other)}, now not counted`;
  return `${worth(other)}, now ${worth(latest)}`;
}

function worth(contribution: ContributionView | undefined): string {
  return `${signed(contribution?.value ?? null)} with weight ${weightOf(contribution).toFixed(2)}`;
}
