import type { Instant } from '../time/instant.js';
import { parseTime } from '../time/time.js';
import type { ActContent } from './act-content.js';

/** Whether the act has a deadline that has passed at T; a date has passed at its end, as everywhere. */
export function isOverdue({ threat }: Pick<ActContent, 'threat'>, validAt: Instant): boolean {
  const deadline = threat?.deadline ?? null;
  return deadline !== null && parseTime(deadline, '/threat/deadline').end <= validAt;
}
