import type { Course } from '../../domain/stances/course.js';
import type { Instant } from '../../domain/time/instant.js';
import type { CellId, Question } from '../asking/questions.js';
import type { MatrixAxes } from '../asking/stance-matrices.js';
import type { ReplayBy } from './replay-by.js';

export interface ReplayPlan {
  readonly by: ReplayBy;
  /** Everything that the events depend on. */
  readonly name: string;
  readonly question: Question;
  readonly axes: MatrixAxes;
  readonly from: Instant | null;
  readonly course: Course;
  /** The last place of the course. */
  readonly end: number;
}

/** Cells by number: party by party, on each issue. */
export function cellAt({ parties, issues }: MatrixAxes, number: number): CellId {
  return {
    party: parties[Math.floor(number / issues.length)] ?? '',
    issue: issues[number % issues.length] ?? '',
  };
}
