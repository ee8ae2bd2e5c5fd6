import { Injectable } from '@nestjs/common';
import type { Act } from '../../domain/acts/act.js';
import type { CellRow } from '../../domain/stances/cell-row.js';
import { type Effect, rowsOf, withdrawalRowOf } from '../../domain/stances/effect.js';
import { cellWith, type Replaced, withdrawalsWith } from '../../domain/stances/replaced.js';
import type { WithdrawalRow } from '../../domain/stances/withdrawal-row.js';
import type { Withdrawals } from '../../domain/stances/withdrawals.js';
import { Acts } from '../../ports/acts.js';
import { Catalogue } from '../../ports/catalogue.js';
import type { DependentAct } from './dependent-acts.js';
import { actThrough } from './evidence-lens.js';
import { type CellId, type CellQuestion, type Question, Questions } from './questions.js';

/** A cell with a source as it is at K, counting or not, and as it would be if that were otherwise. */
export interface DependentCell extends CellId {
  readonly is: CellQuestion;
  readonly otherwise: CellQuestion;
}

/** The stances that acts citing a source bear on: by what they lean to, or by what they withdraw. */
@Injectable()
export class DependentCells {
  constructor(
    private readonly questions: Questions,
    private readonly acts: Acts,
    private readonly catalogue: Catalogue,
  ) {}

  /** Each is made when it is asked for; `counts` says whether the source counts at K. */
  *of(acts: readonly DependentAct[], question: Question, counts: boolean): Iterable<DependentCell> {
    for (const [party, own] of byParty(acts)) {
      const effects = own.map((each): Other => ({ ...each, effect: counts ? each.without : each.with }));
      const issues = new Set(own.flatMap(({ act }) => this.issuesOf(act, question)));
      yield* this.cellsOf({ party, issues: [...issues].sort() }, effects, question);
    }
  }

  private *cellsOf(
    { party, issues }: { readonly party: string; readonly issues: readonly string[] },
    others: readonly Other[],
    question: Question,
  ): Iterable<DependentCell> {
    const { sequence } = question.knownAt;
    const replaced = this.withdrawalRows(others, sequence);
    let withdrawals: Withdrawals | null = null;
    for (const issue of issues) {
      const is = this.questions.cell(question, { party, issue });
      withdrawals ??= withdrawalsWith(is.withdrawals, sequence, replaced);
      const cell = cellWith(is.cell, sequence, this.rows(others, issue));
      yield { party, issue, is, otherwise: { ...is, cell, withdrawals } };
    }
  }

  private rows(others: readonly Other[], issue: string): Replaced<CellRow> {
    const rowOf = ({ number, effect }: Other): CellRow | null => {
      if (!effect) return null;
      const { speaker } = effect.content;
      const speakerNumber = speaker === null ? 0 : (this.catalogue.numberOf('speaker', speaker) ?? 0);
      const rows = rowsOf(effect, { act: number, from: number, speaker: speakerNumber });
      return rows.find((each) => each.issue === issue)?.row ?? null;
    };
    return new Map(others.map((other) => [other.number, rowOf(other)]));
  }

  private withdrawalRows(others: readonly Other[], sequence: number): Replaced<WithdrawalRow> {
    const rowOf = ({ number, effect }: Other): WithdrawalRow | null => {
      const target = effect?.content.kind === 'withdrawal' ? effect.content.inResponseTo : null;
      const named = target === null ? undefined : this.acts.history(target, sequence)[0];
      return effect && named ? withdrawalRowOf(effect, { act: number, from: number, speaker: 0 }, named.number) : null;
    };
    return new Map(others.map((other) => [other.number, rowOf(other)]));
  }

  /** Those that the act leans on, and those that what it withdraws leans on, however many withdrawals lie between. */
  private issuesOf({ content }: Act, question: Question): readonly string[] {
    const { kind, leanings, inResponseTo } = content;
    const issues = leanings.map(({ issue }) => issue);
    if (kind !== 'withdrawal' || inResponseTo === null) return issues;
    const history = this.acts.history(inResponseTo, question.knownAt.sequence);
    const withdrawn = actThrough(question.lens, history);
    return withdrawn ? [...issues, ...this.issuesOf(withdrawn, question)] : issues;
  }
}

/** An act and the effect that it would have otherwise. */
interface Other {
  readonly number: number;
  readonly effect: Effect | null;
}

/** What has no effect either way changes nothing. */
function byParty(acts: readonly DependentAct[]): ReadonlyMap<string, readonly DependentAct[]> {
  const parties = new Map<string, DependentAct[]>();
  for (const each of acts) {
    if (!each.with) continue;
    const { party } = each.with.content;
    const own = parties.get(party);
    if (own) own.push(each);
    else parties.set(party, [each]);
  }
  return parties;
}
