import type { ActionMode, ActKind, Attribution } from '../acts/act-kind.js';
import type { Grade } from '../sources/source-content.js';
import { codesOf } from './codes.js';

// Views on disk hold these codes. A released code never changes its meaning, so the tables stand here by themselves
// and do not follow the lists of names; only the end of a table may grow.

export const kindCodes = codesOf<ActKind>([
  'statement',
  'threat',
  'proposal',
  'demand',
  'concession',
  'commitment',
  'acceptance',
  'rejection',
  'denial',
  'withdrawal',
  'action',
]);

export const modeCodes = codesOf<ActionMode | null>([null, 'material', 'diplomatic', 'procedural']);

export const attributionCodes = codesOf<Attribution>(['on-record', 'official', 'reported', 'anonymous']);

export const gradeCodes = codesOf<Grade>(['A', 'B', 'C', 'D', 'E', 'F']);
