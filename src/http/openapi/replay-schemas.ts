import { actKinds } from '../../domain/acts/act-kind.js';
import { replayClocks } from '../../application/replaying/replay-by.js';
import type { Schema } from './schema.js';
import { instant, list, number, orNull, record, ref, text, whole, word } from './shapes.js';
import { standing } from './stance-schemas.js';

const stance = record({ ...standing, strength: number });

/** What a replay tells. */
export const replaySchemas: Readonly<Record<string, Schema>> = {
  ReplayEvent: record({
    ...{ clock: instant, sequence: orNull(whole), party: text, issue: text },
    ...{ act: orNull(text), kind: orNull(word(...actKinds)), occurred: orNull(text) },
    ...{ before: stance, after: stance },
  }),
  ReplaySummary: record({
    ...{ by: word(...replayClocks), from: orNull(instant), to: orNull(instant), events: whole },
    stances: list(ref('StanceSummary')),
    basis: ref('Basis'),
  }),
};
