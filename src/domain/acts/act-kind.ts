export const actKinds = [
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
] as const;
export type ActKind = (typeof actKinds)[number];

/** Kinds of act that hold something out: they stay open matters for as long as they are in force. */
export const openKinds = ['threat', 'proposal', 'demand', 'commitment'] as const satisfies readonly ActKind[];

export const actionModes = ['material', 'diplomatic', 'procedural'] as const;
export type ActionMode = (typeof actionModes)[number];

export const attributions = ['on-record', 'official', 'reported', 'anonymous'] as const;
export type Attribution = (typeof attributions)[number];
