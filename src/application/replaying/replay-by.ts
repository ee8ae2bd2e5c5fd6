import { formatInstant } from '../../domain/time/instant.js';
import type { Question } from '../asking/questions.js';

/** What a replay goes along: as it happened, as we learned it, or as it was published. */
export const replayClocks = ['valid', 'known', 'published'] as const;
export type ReplayBy = (typeof replayClocks)[number];

/** Along publication, T is also until when sources were published. */
export function questionBy(by: ReplayBy, question: Question): Question {
  if (by !== 'published') return question;
  return { ...question, lens: { ...question.lens, publishedUntil: formatInstant(question.validAt) } };
}
