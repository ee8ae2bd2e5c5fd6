import type { Act } from '../../domain/acts/act.js';
import { evolveAct } from '../../domain/acts/act.js';
import type { ActHistory } from '../../ports/acts.js';
import type { Lens } from './basis.js';
import { passesRecorder } from './evidence-lens.js';

/** What is known of an act at some K, through a lens. */
export interface Known {
  readonly sequence: number;
  readonly lens: Lens;
}

/** Whether one of them knows of a correction that made the act cite other sources, and the other does not. */
export function isCitedAnew(history: ActHistory, one: Known, other: Known): boolean {
  return citedAnew(history, one).join() !== citedAnew(history, other).join();
}

/** The sequences of the corrections that did. */
function citedAnew(history: ActHistory, { sequence, lens }: Known): readonly number[] {
  let act: Act | null = null;
  const found: number[] = [];
  for (const version of history) {
    if (version.sequence > sequence || !passesRecorder(version.recorder, lens)) continue;
    const before: string = sourcesOf(act);
    act = evolveAct(act, version.event);
    if (version.event.type === 'ActCorrected' && sourcesOf(act) !== before) found.push(version.sequence);
  }
  return found;
}

function sourcesOf(act: Act | null): string {
  const sources = new Set(act?.content.citations.map(({ source }) => source));
  return [...sources].sort().join();
}
