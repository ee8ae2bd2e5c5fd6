import type { Act } from '../domain/acts/act.js';
import { Cell } from '../domain/stances/cell.js';
import type { CellRow } from '../domain/stances/cell-row.js';
import { Columns } from '../domain/stances/columns.js';
import { codeBookOf } from '../domain/stances/code-book-of.js';
import { type CountingSource, type Effect, effectOf, rowsOf, withdrawalRowOf } from '../domain/stances/effect.js';
import { modelOf } from '../domain/stances/models/model-of.js';
import { everyAct } from '../domain/stances/selection.js';
import type { StanceSummary } from '../domain/stances/stance.js';
import { summaryOf } from '../domain/stances/summary-of.js';
import type { WithdrawalRow } from '../domain/stances/withdrawal-row.js';
import { Withdrawals } from '../domain/stances/withdrawals.js';
import type { Instant } from '../domain/time/instant.js';
import type { Faults } from './faults.js';
import type { History } from './history.js';

interface PlacedEffect {
  readonly number: number;
  readonly effect: Effect;
}

/** Computes stances of one party after another anew, from the folded history alone. */
export class StancesAnew {
  private readonly trial = new Columns(1);
  private readonly effects: ReadonlyMap<string, readonly PlacedEffect[]>;
  private readonly texts = new Map<string, number>();
  private readonly model = modelOf('decayed-mean', 1);
  private readonly codeBook = codeBookOf(1);

  constructor(
    private readonly history: History,
    private readonly sequence: number,
    private readonly faults: Faults,
  ) {
    this.effects = this.effectsByParty();
  }

  /** The party's stance on each issue, by the default model. */
  of(party: string, validAt: Instant): ReadonlyMap<string, StanceSummary> {
    const own = this.effects.get(party) ?? [];
    const withdrawals = Withdrawals.of(own.flatMap((placed) => this.withdrawalOf(placed)));
    const rows = rowsByIssue(own);
    const question = { validAt, sequence: this.sequence, model: this.model, codeBook: this.codeBook };
    const stances = [...this.history.issues].map(([issue, { content }]): [string, StanceSummary] => {
      const { bands, halfLifeDays } = content;
      const cell = Cell.of(rows.get(issue) ?? []);
      return [issue, summaryOf(cell, withdrawals, { ...question, bands, halfLifeDays, selection: everyAct })];
    });
    return new Map(stances);
  }

  private effectsByParty(): ReadonlyMap<string, readonly PlacedEffect[]> {
    const byParty = new Map<string, PlacedEffect[]>();
    for (const { number, act } of this.history.acts.values()) {
      const what = 'records an act of which no stance can be made';
      const effect = this.faults.attempt(number, what, () => this.tried(this.effectOf(act), number));
      if (!effect) continue;
      const { party } = effect.content;
      const placed = byParty.get(party);
      if (placed) placed.push({ number, effect });
      else byParty.set(party, [{ number, effect }]);
    }
    return byParty;
  }

  /** An effect, once its rows were written as in a cell: there is no code for a name that nobody knows. */
  private tried(effect: Effect | null, number: number): Effect | null {
    const place = { act: number, from: 0, speaker: 0 };
    if (effect) for (const { row } of rowsOf(effect, place)) this.trial.write(0, row);
    return effect;
  }

  private effectOf(act: Act): Effect | null {
    return effectOf(act, (id): CountingSource | null => {
      const source = this.history.sources.get(id);
      if (!source || source.retracted) return null;
      return { grade: source.content.reliability, text: this.textNumber(source.sha256) };
    });
  }

  private textNumber(hash: string): number {
    const number = this.texts.get(hash) ?? this.texts.size + 1;
    this.texts.set(hash, number);
    return number;
  }

  private withdrawalOf({ number, effect }: PlacedEffect): readonly WithdrawalRow[] {
    const { kind, inResponseTo } = effect.content;
    const target = kind === 'withdrawal' && inResponseTo !== null ? this.history.acts.get(inResponseTo) : undefined;
    if (!target || target.number >= number) return [];
    return [withdrawalRowOf(effect, { act: number, from: 0, speaker: 0 }, target.number)];
  }
}

/** In (effective, first sequence) order, as a cell has them. */
function rowsByIssue(effects: readonly PlacedEffect[]): ReadonlyMap<string, CellRow[]> {
  const byIssue = new Map<string, CellRow[]>();
  const rows = effects.flatMap(({ number, effect }) => rowsOf(effect, { act: number, from: 0, speaker: 0 }));
  for (const { issue, row } of rows) {
    const known = byIssue.get(issue);
    if (known) known.push(row);
    else byIssue.set(issue, [row]);
  }
  for (const known of byIssue.values()) known.sort((a, b) => a.effective - b.effective || a.act - b.act);
  return byIssue;
}
