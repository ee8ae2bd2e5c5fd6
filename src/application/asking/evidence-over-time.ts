import { type Act, evolveAct } from '../../domain/acts/act.js';
import { Cell } from '../../domain/stances/cell.js';
import type { CellRow } from '../../domain/stances/cell-row.js';
import { type Effect, effectOf, type EffectPlace, rowsOf, withdrawalRowOf } from '../../domain/stances/effect.js';
import type { WithdrawalRow } from '../../domain/stances/withdrawal-row.js';
import { Withdrawals } from '../../domain/stances/withdrawals.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ActHistory } from '../../ports/acts.js';
import type { EvidenceAsked } from './evidence.js';
import type { CellEvidence } from './built-cells.js';
import { isLeft, passesRecorder } from './evidence-lens.js';
import type { SourcesOverTime } from './sources-over-time.js';

/** What an act has open at some sequence: its row in the cell, and as a withdrawal of the act with this id. */
interface Open {
  readonly row: CellRow | null;
  /** Its time as written, which a row has in numbers. */
  readonly occurred: string | null;
  readonly withdrawal: WithdrawalRow | null;
  readonly names: string | null;
}

/** How the time of an act was written from a sequence on. */
interface Writing {
  readonly from: number;
  readonly occurred: string;
}

const nothing: Open = { row: null, occurred: null, withdrawal: null, names: null };

/**
 * What a lens leaves of the record on one cell, at every K up to the one asked for: rows that begin and end where an
 * act's own events or one of its sources change what it weighs with, as the projection of cells has them without lens.
 */
export class EvidenceOverTime {
  private readonly rows: CellRow[] = [];
  private readonly withdrawals: { readonly names: string; readonly row: WithdrawalRow }[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly writings = new Map<number, Writing[]>();

  constructor(
    private readonly asked: EvidenceAsked,
    private readonly sources: SourcesOverTime,
    private readonly speakerNumber: (id: string) => number,
  ) {}

  /** Gives the versions that the lens leaves of it. */
  add(history: ActHistory): ActHistory {
    const { lens } = this.asked;
    const [first] = history;
    if (!first || !isLeft(first, lens)) return [];
    this.numbers.set(first.act, first.number);
    const versions = history.filter(({ recorder }) => passesRecorder(recorder, lens));
    this.follow(first.number, versions);
    return versions;
  }

  /** The speakers of acts that ever had effect, by number. */
  get speakers(): ReadonlySet<number> {
    return new Set(this.rows.map(({ speaker }) => speaker).filter((speaker) => speaker !== 0));
  }

  /** How the time of an act with effect was written at this sequence. */
  occurredOf(act: number, sequence: number): string {
    return this.written(act).findLast(({ from }) => from <= sequence)?.occurred ?? '';
  }

  /** The sequences at which something began or ended that may count at T: before it no act is even pending. */
  turnsBy(validAt: Instant): ReadonlySet<number> {
    const rows = this.rows.filter(({ start }) => start <= validAt);
    const withdrawals = this.withdrawals.filter(({ row }) => row.effective <= validAt).map(({ row }) => row);
    return new Set([...rows, ...withdrawals].flatMap(({ from, to }) => [from, to]));
  }

  /** The evidence, with the rows of every K. */
  evidence(): CellEvidence {
    const named = this.withdrawals.flatMap(({ names, row }) => {
      const target = this.numbers.get(names);
      return target === undefined ? [] : [{ ...row, target }];
    });
    const rows = this.rows.sort((a, b) => a.effective - b.effective || a.act - b.act || a.from - b.from);
    return { cell: Cell.of(rows), withdrawals: Withdrawals.of(named) };
  }

  private written(act: number): Writing[] {
    const known = this.writings.get(act) ?? [];
    this.writings.set(act, known);
    return known;
  }

  private follow(number: number, versions: ActHistory): void {
    const states = statesOf(versions);
    let open = nothing;
    for (const from of this.turningPoints(states)) {
      const act = states.findLast(({ sequence }) => sequence <= from)?.act;
      const next = act ? this.openOf(act, { number, from }) : nothing;
      if (isSame(open, next)) continue;
      this.keep(open, from);
      open = next;
    }
    this.keep(open, Infinity);
  }

  /** Every sequence at which the act, or a source that it ever cited, was changed. */
  private turningPoints(states: readonly ActState[]): readonly number[] {
    const first = states[0]?.sequence ?? 0;
    const cited = new Set(states.at(-1)?.act.verified.map(({ source }) => source));
    const changes = [...cited].flatMap((source) => this.sources.changesOf(source)).filter((at) => at > first);
    return [...new Set([...states.map(({ sequence }) => sequence), ...changes])].sort((a, b) => a - b);
  }

  private openOf(act: Act, { number, from }: { readonly number: number; readonly from: number }): Open {
    const effect = effectOf(act, (source) => this.sources.worthAt(source, from));
    if (effect?.content.party !== this.asked.party) return nothing;
    const { speaker, kind, inResponseTo, occurred } = effect.content;
    const place = { act: number, from, speaker: speaker === null ? 0 : this.speakerNumber(speaker) };
    const row = rowsOf(effect, place).find(({ issue }) => issue === this.asked.issue)?.row ?? null;
    const isWithdrawal = kind === 'withdrawal' && inResponseTo !== null;
    return {
      row,
      occurred,
      ...(isWithdrawal ? naming(effect, place) : { withdrawal: null, names: null }),
    };
  }

  private keep({ row, occurred, withdrawal, names }: Open, to: number): void {
    if (row) this.rows.push({ ...row, to });
    if (row && occurred !== null) this.written(row.act).push({ from: row.from, occurred });
    if (withdrawal && names !== null) this.withdrawals.push({ names, row: { ...withdrawal, to } });
  }
}

/** An act from one of its own events on. */
interface ActState {
  readonly sequence: number;
  readonly act: Act;
}

function statesOf(versions: ActHistory): readonly ActState[] {
  const states: ActState[] = [];
  for (const { sequence, event } of versions) {
    states.push({ sequence, act: evolveAct(states.at(-1)?.act ?? null, event) });
  }
  return states;
}

/** The target's number is not known before every act was seen. */
function naming(effect: Effect, place: EffectPlace): Pick<Open, 'withdrawal' | 'names'> {
  return { withdrawal: withdrawalRowOf(effect, place, 0), names: effect.content.inResponseTo };
}

function isSame(a: Open, b: Open): boolean {
  return JSON.stringify(unplaced(a)) === JSON.stringify(unplaced(b));
}

function unplaced({ row, withdrawal, ...same }: Open): object {
  return { ...same, row: row && { ...row, from: 0 }, withdrawal: withdrawal && { ...withdrawal, from: 0 } };
}
