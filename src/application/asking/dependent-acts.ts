import { Injectable } from '@nestjs/common';
import type { Act } from '../../domain/acts/act.js';
import { type Effect, effectOf } from '../../domain/stances/effect.js';
import { type ActHistory, Acts } from '../../ports/acts.js';
import { Catalogue } from '../../ports/catalogue.js';
import { actThrough } from './evidence-lens.js';
import { inTurns } from './in-turns.js';
import type { Question } from './questions.js';
import { unretractedWorth, worthAt } from './worth.js';

/** An act that cites a source, and the effect it has where the source counts and where it does not. */
export interface DependentAct {
  readonly id: string;
  readonly number: number;
  readonly act: Act;
  readonly with: Effect | null;
  readonly without: Effect | null;
}

const historiesAtOnce = 100;

/** The acts that cite a source, at one K and through one lens. */
@Injectable()
export class DependentActs {
  constructor(
    private readonly acts: Acts,
    private readonly catalogue: Catalogue,
  ) {}

  /** In no order; more than `max` are not looked for. */
  async of(source: string, { lens, knownAt: { sequence } }: Question, max: number): Promise<readonly DependentAct[]> {
    const worthOf = worthAt(this.catalogue, { lens, sequence });
    const counting = unretractedWorth(this.catalogue, source, { lens, sequence });
    const effectIf = (counts: boolean, act: Act): Effect | null =>
      effectOf(act, (id) => (id === source ? counts && counting : worthOf(id)) || null);
    const found: DependentAct[] = [];
    for await (const history of inTurns(this.acts.citing(source, sequence), historiesAtOnce)) {
      const act = actThrough(lens, history);
      if (act && isCiting(act, source)) {
        found.push({ ...named(history), act, with: effectIf(true, act), without: effectIf(false, act) });
      }
      if (found.length > max) break;
    }
    return found;
  }
}

function isCiting({ content }: Act, cited: string): boolean {
  return content.citations.some(({ source }) => source === cited);
}

function named(history: ActHistory): Pick<DependentAct, 'id' | 'number'> {
  return { id: history[0]?.act ?? '', number: history[0]?.number ?? 0 };
}
