/** The tables of the design, once more. */
export const force: Record<string, number> = {
  statement: 1,
  threat: 1,
  proposal: 1.2,
  demand: 1,
  concession: 1.5,
  commitment: 1.5,
  denial: 0.8,
  withdrawal: 1,
};
export const modes = { material: 2, diplomatic: 1, procedural: 0.5 };
export const attributions: Record<string, number> = { 'on-record': 1, official: 0.9, reported: 0.7, anonymous: 0.5 };
export const reliabilities: Record<string, number> = { A: 1, B: 0.9, C: 0.7, D: 0.4, E: 0.2, F: 0.5 };
