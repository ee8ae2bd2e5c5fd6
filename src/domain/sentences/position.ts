import type { Stance } from '../stances/stance.js';

/** A stance as words tell it: of a mixed one both sides, where they are known. */
export type Position = Pick<Stance, 'status' | 'mixed' | 'score' | 'band' | 'voices'>;
