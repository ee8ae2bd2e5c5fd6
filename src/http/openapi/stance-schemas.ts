import { actKinds } from '../../domain/acts/act-kind.js';
import type { Schema } from './schema.js';
import { instant, list, number, orNull, record, ref, text, truth, whole, word } from './shapes.js';

const cell = { party: text, issue: text };
/** What every answer about a stance says of it. */
export const standing = {
  status: word('held', 'provisional', 'faded', 'undeclared'),
  mixed: truth,
  score: orNull(number),
  band: orNull(text),
};
/** The answer in words. */
export const sentence: Schema = {
  type: 'string',
  description: 'The answer in English words, out of its numbers alone and the names at K: the same for the same basis.',
};
const pendingAct = { act: text, kind: word(...actKinds), occurred: text, effective: instant, value: number };
const timeline = { ...cell, from: orNull(instant), to: orNull(instant), basis: ref('TimelineBasis') };

export const model = record({ name: text, version: whole, halfLifeDays: orNull(number) });

function basisWith(validAt: Schema, example?: object): Schema {
  const lens: Schema = { type: 'object', description: 'In normal form: lists sorted and unique, times as instants.' };
  return record({ validAt, knownAt: ref('KnownAt'), model, codebook: whole, lens }, example);
}

const exampleBasis = {
  validAt: '2025-04-23T00:00:00.000Z',
  knownAt: { sequence: 128, recordedAt: '2025-05-01T09:30:00.000Z', settled: true },
  model: { name: 'decayed-mean', version: 1, halfLifeDays: 90 },
  codebook: 1,
  lens: {},
};
const exampleContribution = {
  act: '0b6e2b1c-5d0a-4c7e-9a54-0c1a3f1b7c11',
  kind: 'proposal',
  occurred: '2025-04-20',
  effective: '2025-04-21T00:00:00.000Z',
  value: 0.8,
  weight: 0.84,
  standing: 1,
  share: 1,
};
const exampleStance = {
  party: 'united-states',
  issue: 'approach-to-moscow',
  status: 'provisional',
  mixed: false,
  score: 0.8,
  band: 'concessions',
  strength: 0.83,
  spread: 0,
  contributions: [exampleContribution],
  contributionsTotal: 1,
  restShare: 0,
  pending: [],
  sentence:
    'On 22 April 2025, as known on 1 May, the United States leaned provisionally toward concessions to Moscow ' +
    '(0.80), after no stance on 23 March, on the issue “Approach to Moscow”; 1 act, the proposal of 20 April.',
  basis: exampleBasis,
};

/** What questions about stances answer. */
export const stanceSchemas: Readonly<Record<string, Schema>> = {
  Basis: basisWith(instant, exampleBasis),
  TimelineBasis: basisWith(orNull(instant)),
  Contribution: record({ ...pendingAct, weight: number, standing: number, share: number }, exampleContribution),
  PendingAct: record(pendingAct),
  StanceSummary: record({ ...cell, ...standing, strength: number }),
  Stance: record(
    {
      ...{ ...cell, ...standing, strength: number, spread: number },
      contributions: list(ref('Contribution')),
      contributionsTotal: whole,
      restShare: number,
      pending: list(ref('PendingAct')),
      sentence,
      basis: ref('Basis'),
    },
    exampleStance,
  ),
  Matrix: record({ items: list(ref('StanceSummary')), basis: ref('Basis') }),
  Segment: record({ from: instant, to: orNull(instant), ...standing, acts: list(text) }),
  Timeline: record({ ...timeline, segments: list(ref('Segment')), sentence }),
  Shift: record({
    ...{ at: instant, from: text, to: text, before: number, after: number },
    trigger: list(text),
    acts: list(text),
  }),
  Stretch: record({ band: text, from: instant, to: orNull(instant) }),
  Shifts: record({ ...timeline, margin: number, shifts: list(ref('Shift')), trajectory: list(ref('Stretch')) }),
};
