import { actKinds } from '../../domain/acts/act-kind.js';
import type { Schema } from './schema.js';
import { both, either, instant, list, number, orNull, record, ref, text, truth, whole, word } from './shapes.js';
import { standing } from './stance-schemas.js';

const links: Schema = {
  type: 'object',
  description: 'Paths at which this server answers with it, on the same basis.',
  additionalProperties: text,
};
const logEvent = {
  ...{
    sequence: whole,
    recordedAt: instant,
    id: text,
    type: text,
    schemaVersion: whole,
    stream: text,
    revision: whole,
  },
  ...{ recorder: text, assurance: word('asserted'), command: text, correlation: text, causation: orNull(text) },
};
const factor = { force: number, attribution: number, reliability: number, certainty: number };
const stance = record({ ...standing, strength: number });
const logged = record({ log: ref('LogEvent'), links });
const around = { from: whole, to: whole, before: text, exact: text, after: text };

/** How a stance is traced back to the quotes and to the log. */
export const traceSchemas: Readonly<Record<string, Schema>> = {
  LogEvent: record(logEvent),
  StoredEvent: record({ ...logEvent, data: text, dataSha256: text }),
  SourceChange: record({
    ...{ source: text, sequence: whole, recordedAt: instant, recorder: text },
    ...{ reason: orNull(text), cause: orNull(text), links },
  }),
  PassagePresent: record({ state: word('present'), matches: truth, ...around }),
  PassageErased: record({ state: word('erased'), erasure: orNull(ref('SourceChange')) }),
  PassageLost: record({ state: word('missing', 'damaged') }),
  TracedCitation: both(
    ref('CitationBody'),
    record({ counts: truth, passage: either('PassagePresent', 'PassageErased', 'PassageLost'), links }),
  ),
  TracedContribution: both(
    ref('Contribution'),
    record({
      factors: record({ ...factor, standing: number, decay: number }),
      ...{ term: number, product: number },
      withdrawals: list(record({ act: text, certainty: number, standing: number, links })),
      citations: list(ref('TracedCitation')),
      versions: list(both(ref('ActVersion'), logged, record({ seen: truth }))),
      links,
    }),
  ),
  TracedSource: both(
    ref('Source'),
    record({
      ...{ retraction: orNull(ref('SourceChange')), erasure: orNull(ref('SourceChange')) },
      versions: list(both(ref('SourceVersion'), logged)),
      links,
    }),
  ),
  Dependents: record({
    source: text,
    state: orNull(word('captured', 'retracted')),
    acts: list(
      record({
        ...{ act: text, party: text, kind: word(...actKinds), occurred: text, effective: instant },
        ...{ state: word('recorded', 'retracted'), hasEffect: record({ with: truth, without: truth }), links },
      }),
    ),
    stances: list(
      record({ party: text, issue: text, with: stance, without: stance, influence: orNull(number), links }),
    ),
    basis: ref('Basis'),
  }),
  Trace: record({
    ...{ party: text, issue: text },
    stance: record({
      ...{ ...standing, strength: number, spread: number, contributionsTotal: whole, restShare: number },
      pending: list(ref('PendingAct')),
      links,
    }),
    framing: orNull(both(ref('IssueVersion'), logged)),
    contributions: list(ref('TracedContribution')),
    sources: list(ref('TracedSource')),
    check: record({ shares: number, score: orNull(number), strength: number, tolerance: number, holds: truth }),
    basis: ref('Basis'),
    links,
  }),
};
