import type { Schema } from './schema.js';
import { instant, list, number, orNull, record, ref, text, whole } from './shapes.js';

const near = { n: whole, alignment: orNull(number), agreement: orNull(number) };
const examplePair = {
  a: 'united-states',
  b: 'france',
  n: 1,
  alignment: 0.5,
  agreement: 0,
  issues: [{ issue: 'approach-to-moscow', a: 0.5, b: -0.5, alignment: 0.5 }],
};

/** What questions about how near parties are answer. */
export const alignmentSchemas: Readonly<Record<string, Schema>> = {
  IssueAlignment: record({ issue: text, a: number, b: number, alignment: number }),
  Pair: record({ a: text, b: text, ...near, issues: list(ref('IssueAlignment')) }, examplePair),
  Alignment: record({ pairs: list(ref('Pair')), basis: ref('Basis') }),
  AlignmentSegment: record({ from: instant, to: orNull(instant), ...near, acts: list(text) }),
  AlignmentTimeline: record({
    ...{ a: text, b: text, from: orNull(instant), to: orNull(instant) },
    segments: list(ref('AlignmentSegment')),
    basis: ref('TimelineBasis'),
  }),
  NearestParty: record({ party: text, ...near }),
  NearestParties: record({ party: text, minIssues: whole, nearest: list(ref('NearestParty')), basis: ref('Basis') }),
};
