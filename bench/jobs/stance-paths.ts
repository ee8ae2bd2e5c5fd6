import { formatInstant } from '../../src/domain/time/instant.js';
import { type CellQuestionAsked, questions } from './questions.js';

/** `repeated`: the default question of a cell, which others ask too; `distinct`: each at a T of its own. */
export type Repetition = 'repeated' | 'distinct';

/** Cells drawn by activity, at the head, with the contributions shown by default. */
export function* stancePaths(seed: number, repetition: Repetition): Generator<string, void> {
  for (const question of questions(seed, 'activity')) {
    yield repetition === 'repeated' ? pathOf(question) : `${pathOf(question)}?validAt=${wholeSecond(question)}`;
  }
}

/** The same question at another millisecond: an answer of the same length that nobody was given before. */
export function atMillisecond(path: string, number: number): string {
  return path.replace(/\.\d{3}Z$/, `.${String(number % 1000).padStart(3, '0')}Z`);
}

/** The question whatever its millisecond. */
export function stemOf(path: string): string {
  return path.replace(/\.\d{3}Z$/, '');
}

function pathOf({ party, issue }: CellQuestionAsked): string {
  return `/v1/stances/${party}/${issue}`;
}

function wholeSecond({ validAt }: CellQuestionAsked): string {
  return formatInstant(Math.floor(validAt / 1000) * 1000);
}
