import { breakdownKeys } from '../../application/asking/analysis-views.js';
import { differenceEffects } from '../../domain/stances/difference.js';
import { variants } from '../../domain/stances/sensitivity.js';
import type { Schema } from './schema.js';
import { instant, list, number, orNull, record, ref, text, truth, whole, word } from './shapes.js';
import { model, sentence, standing } from './stance-schemas.js';

const cell = { party: text, issue: text };
const stance = record({ ...standing, strength: number });
const counted = record({ ...standing, strength: number, contributionsTotal: whole });
const pull = record({ value: number, weight: number, standing: number, share: number });
const sides = record({ from: ref('Basis'), to: ref('Basis') });
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
  Difference: record({
    ...{ ...cell, before: counted, after: counted, change: orNull(number) },
    parts: list(
      record({
        ...{ act: text, effect: word(...differenceEffects), part: orNull(number) },
        ...{ before: orNull(pull), after: orNull(pull) },
      }),
    ),
    ...{ partsTotal: whole, restPart: orNull(number), sentence, basis: sides },
  }),
  Differences: record({
    items: list(record({ ...cell, before: stance, after: stance, change: orNull(number) })),
    changed: whole,
    basis: sides,
  }),
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
