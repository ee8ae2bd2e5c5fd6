import fc from 'fast-check';
import { actionModes, actKinds, attributions } from '../../../src/domain/acts/act-kind.js';
import { grades } from '../../../src/domain/sources/source-content.js';
import type { CellRow } from '../../../src/domain/stances/cell-row.js';
import type { Selection } from '../../../src/domain/stances/selection.js';
import type { WithdrawalRow } from '../../../src/domain/stances/withdrawal-row.js';
import { at, day } from './build.js';

const origin = at('2025-01-01');

/** Few different instants, so that many fall together; a millisecond beside them now and then. */
export const instants = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom(0, 0, 0, 1, -1))
  .map(([week, off]) => origin + week * 7 * day + off);

const values = fc.oneof(fc.constantFrom(-1, -0.5, -0.2, 0, 0.2, 0.5, 1), fc.double({ min: -1, max: 1, noNaN: true }));
const certainties = fc.oneof(
  fc.constant(1),
  fc.constantFrom(0.01, 0.5, 0.7),
  fc.double({ min: 0.01, max: 1, noNaN: true }),
);

const content = fc.record({
  effective: instants,
  width: fc.constantFrom(0, 0, 7 * day, 28 * day),
  lasts: fc.constantFrom(Infinity, Infinity, 1, 7 * day, 20 * day),
  value: values,
  kind: fc.constantFrom(...actKinds),
  mode: fc.constantFrom(...actionModes),
  attribution: fc.constantFrom(...attributions),
  grade: fc.constantFrom(...grades),
  certainty: certainties,
  speaker: fc.integer({ min: 0, max: 3 }),
  text: fc.constantFrom(-1, 1, 1, 1, 2),
  leans: fc.constantFrom(true, true, true, false),
  /** How many acts back a withdrawal looks for what it names. */
  back: fc.integer({ min: 1, max: 6 }),
});

const event = fc.record({
  type: fc.constantFrom('record', 'record', 'record', 'correct', 'retract', 'reinstate'),
  which: fc.nat({ max: 30 }),
  content,
});

type Content = typeof content extends fc.Arbitrary<infer C> ? C : never;
type LogEvent = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** What a projection would tell a cell and the withdrawals of its party, in log order. */
export type Change =
  | { readonly type: 'open-row'; readonly row: CellRow }
  | { readonly type: 'open-withdrawal'; readonly row: WithdrawalRow }
  | { readonly type: 'close'; readonly act: number; readonly sequence: number };

export interface History {
  readonly changes: readonly Change[];
  readonly rows: readonly CellRow[];
  readonly withdrawals: readonly WithdrawalRow[];
  readonly head: number;
}

interface Act {
  readonly number: number;
  content: Content;
  retracted: boolean;
}

/** Plays a log of records, corrections, retractions and reinstatements, half of whose withdrawals withdraw others. */
class Player {
  readonly changes: Change[] = [];
  private readonly acts: Act[] = [];
  private sequence = 0;

  play({ type, which, content }: LogEvent): void {
    this.sequence += 1;
    const known = this.acts[which % (this.acts.length || 1)];
    if (type === 'record' || !known) this.record(content);
    else if (type === 'correct') this.change(known, content, known.retracted);
    else this.change(known, known.content, type === 'retract');
  }

  finish(): History {
    const rows: CellRow[] = [];
    const withdrawals: WithdrawalRow[] = [];
    for (const [index, change] of this.changes.entries()) {
      if (change.type === 'open-row') rows.push({ ...change.row, to: this.closedAt(change.row, index) });
      if (change.type === 'open-withdrawal') withdrawals.push({ ...change.row, to: this.closedAt(change.row, index) });
    }
    return { changes: this.changes, rows, withdrawals, head: this.sequence };
  }

  private closedAt({ act }: { readonly act: number }, index: number): number {
    const close = this.changes.slice(index).find((change) => change.type === 'close' && change.act === act);
    return close?.type === 'close' ? close.sequence : Infinity;
  }

  private record(content: Content): void {
    const act = { number: this.sequence, content, retracted: false };
    this.acts.push(act);
    this.open(act);
  }

  private change(act: Act, content: Content, retracted: boolean): void {
    this.changes.push({ type: 'close', act: act.number, sequence: this.sequence });
    act.content = content;
    act.retracted = retracted;
    if (!retracted) this.open(act);
  }

  private open({ number, content }: Act): void {
    const { effective, width, lasts, kind, mode, back, leans, ...rest } = content;
    const span = { act: number, from: this.sequence, to: Infinity, effective, end: effective + lasts };
    const row = { ...span, ...rest, start: effective - width, kind, mode: kind === 'action' ? mode : null };
    if (leans) this.changes.push({ type: 'open-row', row });
    const place = this.acts.findIndex((act) => act.number === number);
    const target = this.acts[place - back]?.number;
    const withdraws = kind === 'withdrawal' || back % 2 === 1;
    if (target === undefined || !withdraws) return;
    this.changes.push({ type: 'open-withdrawal', row: { ...span, target, certainty: content.certainty } });
  }
}

/** Logs of acts on one issue by one party, with withdrawals of withdrawals, corrections and late finds. */
export const histories: fc.Arbitrary<History> = fc.array(event, { maxLength: 24, size: 'max' }).map((events) => {
  const player = new Player();
  for (const each of events) player.play(each);
  return player.finish();
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });

export const selections: fc.Arbitrary<Selection> = fc.record({
  kinds: maybe(fc.subarray([...actKinds], { minLength: 4 })),
  speakers: fc.constantFrom(null, null, null, new Set([1, 2])),
  minReliability: fc.constantFrom(null, null, ...grades),
  minAttribution: fc.constantFrom(null, null, ...attributions),
  occurredFrom: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: instants }),
  occurredTo: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: instants }),
  mandated: fc.constantFrom(null, null, null, (speaker: number, start: number) => (speaker + start) % 2 === 1),
});

export const halfLives = fc.constantFrom(1, 7, 90, 36_500);
