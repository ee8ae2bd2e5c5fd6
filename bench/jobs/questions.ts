import { catalogueSize, issueId, partyId } from '../history/catalogue.js';
import { historyEnd, historyStart } from '../history/acts.js';
import { Random, Zipf } from '../history/random.js';

export type Draw = 'activity' | 'even';

export interface CellQuestionAsked {
  readonly party: string;
  readonly issue: string;
  readonly validAt: number;
  /** 0 … 1: where in the log K lies. */
  readonly known: number;
}

/** Questions of any cell at any (T, K): cells as often as things happen in them, or each as often as any other. */
export function* questions(seed: number, draw: Draw): Generator<CellQuestionAsked, void> {
  const random = new Random(seed);
  const parties = new Zipf(catalogueSize.parties);
  const issues = new Zipf(catalogueSize.issues);
  const isEven = draw === 'even';
  for (;;) {
    const party = isEven ? random.below(catalogueSize.parties) : parties.draw(random);
    const issue = isEven ? random.below(catalogueSize.issues) : issues.draw(random);
    const validAt = Math.floor(random.between(historyStart, historyEnd));
    yield { party: partyId(party), issue: issueId(issue), validAt, known: random.unit() };
  }
}

export function firstOf<T>(count: number, generator: Generator<T, void>): readonly T[] {
  return Array.from({ length: count }, () => generator.next().value!);
}
