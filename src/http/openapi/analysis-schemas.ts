import { breakdownKeys } from '../../application/asking/analysis-views.js';
import { variants } from '../../domain/stances/sensitivity.js';
import type { Schema } from './schema.js';
import { instant, list, number, orNull, record, ref, text, truth, whole, word } from './shapes.js';
import { model, standing } from './stance-schemas.js';

const cell = { party: text, issue: text };
const stance = record({ ...standing, strength: number });
const without = { without: orNull(number), influence: orNull(number) };

/** What questions that look behind a stance answer. */
export const analysisSchemas: Readonly<Record<string, Schema>> = {
  Breakdown: record({
    ...cell,
    by: word(...breakdownKeys),
    score: orNull(number),
    parts: list(record({ key: orNull(text), acts: whole, share: number, score: number })),
    basis: ref('Basis'),
  }),
  Revision: record({
    ...{ sequence: whole, recordedAt: instant, recorder: text, event: text, act: orNull(text), source: orNull(text) },
    ...{ reason: orNull(text), cause: orNull(text), before: stance, after: stance },
  }),
  Revisions: record({ ...cell, afterSequence: whole, revisions: list(ref('Revision')), basis: ref('Basis') }),
  Sensitivity: record({
    ...cell,
    robust: orNull(truth),
    variants: list(record({ variant: word(...variants), model, ...standing, strength: number })),
    basis: ref('Basis'),
  }),
  Influence: record({
    ...cell,
    score: orNull(number),
    acts: list(record({ act: text, ...without })),
    sources: list(record({ source: text, ...without })),
    basis: ref('Basis'),
  }),
};
