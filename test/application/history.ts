import fc from 'fast-check';
import type { ActKind, ActionMode, Attribution } from '../../src/domain/acts/act-kind.js';
import type { Grade } from '../../src/domain/sources/source-content.js';

/** A time with the bounds that the generator gave it, so that the oracle needs no parser. */
export interface When {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

export interface Coding {
  readonly kind: Exclude<ActKind, 'withdrawal'>;
  readonly mode: ActionMode;
  readonly party: number;
  readonly speaker: number | null;
  readonly occurred: When;
  readonly until: When | null;
  readonly value: number | null;
  readonly attribution: Attribution;
  readonly certainty: number;
  readonly sources: readonly number[];
}

/** What may happen; acts are named by how many were recorded before, so that any shrunk history still makes sense. */
export type Step = { readonly recorder: 'alice' | 'bob' } & (
  | { readonly do: 'record'; readonly act: number; readonly coding: Coding }
  | { readonly do: 'correct'; readonly act: number; readonly coding: Coding }
  | { readonly do: 'withdraw'; readonly act: number; readonly coding: Coding }
  | { readonly do: 'corroborate'; readonly act: number; readonly source: number }
  | { readonly do: 'retract'; readonly act: number }
  | { readonly do: 'reinstate'; readonly act: number }
  | { readonly do: 'retractSource'; readonly source: number }
  | { readonly do: 'reinstateSource'; readonly source: number }
  | { readonly do: 'regrade'; readonly source: number; readonly grade: Grade; readonly published: When }
  | { readonly do: 'reframe'; readonly halfLifeDays: number; readonly middle: number }
);

export const day = 86_400_000;
const pad = (number: number): string => String(number).padStart(2, '0');
const origin = Date.UTC(2024, 0, 1);

/** Times between 2024 and 2026: instants, days, months, a year, an interval of days. */
const when: fc.Arbitrary<When> = fc
  .record({ form: fc.constantFrom('instant', 'day', 'day', 'month', 'interval'), days: fc.nat(700), width: fc.nat(60) })
  .map(({ form, days, width }) => {
    const start = origin + days * day;
    const date = new Date(start);
    const iso = date.toISOString().slice(0, 10);
    if (form === 'instant') return { raw: `${iso}T06:00:00Z`, start: start + day / 4, end: start + day / 4 };
    if (form === 'day') return { raw: iso, start, end: start + day };
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const months = {
      raw: `${String(year)}-${pad(month + 1)}~`,
      start: Date.UTC(year, month),
      end: Date.UTC(year, month + 1),
    };
    if (form === 'month') return months;
    const last = start + width * day;
    return { raw: `${iso}/${new Date(last).toISOString().slice(0, 10)}`, start, end: last + day };
  });

const kinds = ['statement', 'threat', 'proposal', 'demand', 'concession', 'commitment', 'denial', 'action'] as const;
const value = fc.integer({ min: -4, max: 4 }).map((quarters) => quarters / 4 + 0);

const codingFields = {
  kind: fc.constantFrom(...kinds),
  mode: fc.constantFrom('material', 'diplomatic', 'procedural'),
  party: fc.constantFrom(0, 0, 0, 1),
  speaker: fc.constantFrom(null, 0, 1),
  occurred: when,
  until: fc.option(when, { freq: 3 }),
  value: fc.option(value, { freq: 6 }),
  attribution: fc.constantFrom('on-record', 'official', 'reported', 'anonymous'),
  certainty: fc.constantFrom(1, 1, 0.5, 0.3, 0.01),
  sources: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }),
};
const coding: fc.Arbitrary<Coding> = fc.record(codingFields);
/** A withdrawal need not lean on anything, wherever what it withdraws does. */
const withdrawalCoding: fc.Arbitrary<Coding> = fc.record({ ...codingFields, value: fc.option(value, { freq: 2 }) });

const recorder = fc.constantFrom<'alice' | 'bob'>('alice', 'alice', 'bob');
const act = fc.nat(30);
const source = fc.nat(3);
const grade = fc.constantFrom<Grade>('A', 'B', 'C', 'D', 'E', 'F');

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('record' as const), recorder, act, coding }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('withdraw' as const), recorder, act, coding: withdrawalCoding }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct' as const), recorder, act, coding }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('corroborate' as const), recorder, act, source }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retract' as const), recorder, act }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reinstate' as const), recorder, act }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retractSource' as const), recorder, source }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reinstateSource' as const), recorder, source }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('regrade' as const), recorder, source, grade, published: when }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('reframe' as const),
      recorder,
      halfLifeDays: fc.constantFrom(1, 30, 90, 400),
      middle: fc.constantFrom(-0.5, 0, 0.25),
    }),
  },
);

/** A history: what happened, in the order in which it was recorded. */
export const history = fc.array(step, { minLength: 1, maxLength: 30 });

/** One in which much happens to few acts, for what seldom comes about in a short one. */
export const longHistory = fc.array(step, { minLength: 12, maxLength: 30, size: 'max' });

const bound = fc.option(when, { freq: 3 });

/** Any lens, most of its fields at once: few acts of a short history pass it. */
const narrowLens = fc
  .record({
    excludeActs: fc.option(fc.uniqueArray(act, { minLength: 1, maxLength: 3 }), { freq: 3 }),
    excludeSources: fc.option(fc.uniqueArray(source, { minLength: 1, maxLength: 2 }), { freq: 2 }),
    publishedUntil: bound,
    recorders: fc.option(fc.constantFrom<string[]>(['alice'], ['bob', 'alice']), { freq: 2 }),
    excludeRecorders: fc.option(fc.constantFrom<string[]>(['alice'], ['bob']), { freq: 2 }),
    kinds: fc.option(fc.uniqueArray(fc.constantFrom(...kinds, 'withdrawal' as const), { minLength: 1, maxLength: 8 }), {
      freq: 2,
    }),
    speakers: fc.option(fc.uniqueArray(fc.nat(1), { minLength: 1 }), { freq: 1 }),
    minReliability: fc.option(grade, { freq: 2 }),
    minAttribution: fc.option(fc.constantFrom<Attribution>('official', 'reported'), { freq: 2 }),
    occurredFrom: bound,
    occurredTo: bound,
    mandated: fc.option(fc.constant(true), { freq: 1 }),
    halfLifeDays: fc.option(fc.constantFrom<number>(1, 7, 365), { freq: 2 }),
  })
  .map(inOrder);
export type LensAsked = typeof narrowLens extends fc.Arbitrary<infer L> ? L : never;

/** The times at which acts occurred, the earlier first: a range that ends before it begins is refused. */
function inOrder<L extends { readonly occurredFrom: When | null; readonly occurredTo: When | null }>(lens: L): L {
  const { occurredFrom: from, occurredTo: to } = lens;
  return from && to && from.start > to.start ? { ...lens, occurredFrom: to, occurredTo: from } : lens;
}

export const noLens: LensAsked = {
  excludeActs: null,
  excludeSources: null,
  publishedUntil: null,
  recorders: null,
  excludeRecorders: null,
  kinds: null,
  speakers: null,
  minReliability: null,
  minAttribution: null,
  occurredFrom: null,
  occurredTo: null,
  mandated: null,
  halfLifeDays: null,
};

/** Of a lens, so many fields at most. */
function fewFields(maxLength: number): fc.Arbitrary<LensAsked> {
  return fc.tuple(narrowLens, fc.subarray(Object.keys(noLens), { maxLength })).map(([lens, kept]) => ({
    ...noLens,
    ...Object.fromEntries(Object.entries(lens).filter(([name]) => kept.includes(name))),
  }));
}

const question = {
  party: fc.constantFrom(0, 0, 0, 1),
  validAt: fc.oneof(
    when.map(({ end }) => end),
    fc.tuple(when, fc.integer({ min: -1, max: 1 })).map(([{ end }, by]) => end + by),
  ),
  known: fc.double({ min: 0, max: 1, noNaN: true }),
  model: fc.constantFrom('decayed-mean', 'decayed-mean', 'latest', 'mean'),
  lens: fc.oneof({ weight: 3, arbitrary: fewFields(2) }, { weight: 1, arbitrary: narrowLens }),
};

/** Questions about party 0 or 1: T in milliseconds, K as a part of the log, a model and any lens. */
export const questions = fc.array(fc.record(question), { minLength: 1, maxLength: 6 });
export type QuestionAsked = typeof questions extends fc.Arbitrary<(infer Q)[]> ? Q : never;

/** Questions that find something in a short history: through few lenses, of late K, of a late T now and then. */
export const wideQuestions: fc.Arbitrary<QuestionAsked[]> = fc
  .record({
    asked: fc.array(fc.record({ ...question, lens: fewFields(1) }), { minLength: 1, maxLength: 6 }),
    known: fc.constantFrom(1, 1, 1, 0.75),
    late: fc.option(fc.constantFrom(Date.UTC(2025, 6), Date.UTC(2025, 11)), { freq: 1 }),
  })
  .map(({ asked, known, late }) => asked.map((q) => ({ ...q, known, validAt: late ?? q.validAt, party: 0 as const })));
