import type { CellRow } from '../../domain/stances/cell-row.js';
import { Cell } from '../../domain/stances/cell.js';
import { effectOf } from '../../domain/stances/effect.js';
import { LeaveOneOut, type Replacement, type Without } from '../../domain/stances/leave-one-out.js';
import type { StanceQuestion } from '../../domain/stances/stance-question.js';
import { Withdrawals } from '../../domain/stances/withdrawals.js';
import type { Evidence, EvidenceAct } from './evidence.js';

/** An act or a source, by id, and what would be otherwise without it. */
export interface LeftOut {
  readonly id: string;
  readonly without: Without;
}

/** What a stance rests on, and its score without each part of that. */
export interface LeavingOut {
  readonly scores: LeaveOneOut;
  /** Each contributing act. */
  readonly acts: readonly LeftOut[];
  /** Each source of which a citation by a contributing act counts. */
  readonly sources: readonly LeftOut[];
}

const nothing: ReadonlySet<number> = new Set();

/** Prepares to leave out each act and each source in turn, as a lens that excludes it would. */
export function leavingOut(evidence: Evidence, lens: StanceQuestion): LeavingOut {
  const bySource = citersOf(evidence);
  const variants = new Variants(evidence);
  const withoutSource = new Map([...bySource].map(([source, acts]) => [source, variants.without(source, acts)]));
  const withdrawals = Withdrawals.of(evidence.acts.flatMap((act) => evidence.withdrawalOf(act) ?? []));
  const scores = new LeaveOneOut(Cell.of(variants.inOrder()), withdrawals, { ...lens, sequence: 0 });
  const contributing = new Set(scores.contributing);
  const acts = evidence.acts.filter(({ number }) => contributing.has(number));
  const cited = new Set(acts.flatMap((act) => countingSources(evidence, act)));
  return {
    scores,
    acts: acts.map(({ id, number }) => ({ id, without: { gone: new Set([number]), replaced: [] } })),
    sources: [...cited].map((id) => ({ id, without: withoutSource.get(id) ?? { gone: nothing, replaced: [] } })),
  };
}

/** The sources of its citations that count, each once. */
export function countingSources({ worthOf }: Evidence, { effect }: EvidenceAct): readonly string[] {
  const cited = new Set(effect.content.citations.map(({ source }) => source));
  return [...cited].filter((source) => worthOf(source) !== null);
}

function citersOf(evidence: Evidence): ReadonlyMap<string, readonly EvidenceAct[]> {
  const citers = new Map<string, EvidenceAct[]>();
  const citations = evidence.acts.flatMap((act) => countingSources(evidence, act).map((source) => ({ source, act })));
  for (const { source, act } of citations) {
    const known = citers.get(source);
    if (known) known.push(act);
    else citers.set(source, [act]);
  }
  return citers;
}

/** The rows of the evidence, from sequence 0 on, and beside them those that would stand there without some source. */
class Variants {
  private readonly rows: CellRow[];

  constructor(private readonly evidence: Evidence) {
    this.rows = evidence.acts.flatMap(({ number, effect }) => evidence.rowOf(number, effect) ?? []);
  }

  without(source: string, citers: readonly EvidenceAct[]): Without {
    const gone = new Set<number>();
    const replaced: Replacement[] = [];
    for (const { number, act } of citers) {
      const effect = effectOf(act, (id) => (id === source ? null : this.evidence.worthOf(id)));
      const row = effect && this.evidence.rowOf(number, effect, this.rows.length + 1);
      if (!effect) gone.add(number);
      else if (row) replaced.push(this.add(row));
    }
    return { gone, replaced };
  }

  inOrder(): readonly CellRow[] {
    return this.rows.sort((a, b) => a.effective - b.effective || a.act - b.act || a.from - b.from);
  }

  private add(row: CellRow): Replacement {
    this.rows.push(row);
    return { act: row.act, from: row.from };
  }
}
