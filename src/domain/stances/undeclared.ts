import type { StanceSummary } from './stance.js';

/** Nothing contributes. */
export const undeclared: StanceSummary = { status: 'undeclared', mixed: false, score: null, band: null, strength: 0 };
