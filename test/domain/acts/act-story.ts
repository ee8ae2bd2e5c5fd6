import type { Act } from '../../../src/domain/acts/act.js';
import { evolveAct } from '../../../src/domain/acts/act.js';
import type { ActClaim } from '../../../src/domain/acts/act-content.js';
import type { ActReferences } from '../../../src/domain/acts/act-references.js';
import { SourceText } from '../../../src/domain/citations/source-text.js';
import type { ActEvent } from '../../../src/domain/shared/domain-event.js';
import { Refusal } from '../../../src/domain/shared/refusal.js';
import { claim } from '../../support/contents.js';

/** 2025-06-01T12:00:00Z. */
export const now = Date.UTC(2025, 5, 1, 12);

/** What the log holds when an act is decided on: two parties, a speaker, two issues, two texts and an erased one. */
export const known: ActReferences = {
  parties: new Set(['united-states', 'russia']),
  speakers: new Set(['marco-rubio']),
  issues: new Set(['approach', 'ceasefire']),
  texts: new Map<string, SourceText | 'erased'>([
    ['s1', new SourceText('He said “move on” and then: 👋🏽 no, no.')],
    ['s2', new SourceText('They will move on, it says.')],
    ['gone', 'erased'],
  ]),
  target: null,
  now,
};

/** A claim that is refused for nothing, of any kind. */
export const plain = (changes: Partial<ActClaim> = {}): ActClaim => claim({ kind: 'statement', ...changes });

export const quote = (source: string, exact: string, where: object = {}): ActClaim['citations'][number] => ({
  source,
  exact,
  prefix: null,
  suffix: null,
  start: null,
  end: null,
  translation: null,
  ...where,
});

/** The act that these events make. */
export function given(...events: readonly ActEvent[]): Act {
  return events.reduce<Act | null>(evolveAct, null)!;
}

/** How a decision was refused: its code, and where it points. */
export function refusalOf(decision: () => unknown): readonly [code: string, ...pointers: string[]] {
  try {
    decision();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return [refusal.code, ...refusal.errors.map(({ pointer }) => pointer)];
  }
  return ['accepted'];
}
