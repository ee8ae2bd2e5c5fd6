import { type Coding, day, noLens, type QuestionAsked, type When } from './history.js';
import { attributions, force, modes, reliabilities } from './oracle-code-book.js';
import { foldActs, foldIssue, foldSources, type Happened, type OracleAct, type OracleSource } from './oracle-folds.js';

export interface OracleContribution {
  readonly act: number;
  readonly share: number;
  readonly standing: number;
  readonly weight: number;
  readonly kind: string;
  readonly coding: Coding;
  /** The sources that count, each once. */
  readonly sources: readonly number[];
  readonly recorder: string;
}

export interface OracleStance {
  readonly status: string;
  readonly score: number | null;
  readonly strength: number;
  readonly spread: number;
  readonly contributions: readonly OracleContribution[];
  readonly pending: readonly number[];
}

/** Sources 2 and 3 hold the same text. */
export const textOf = (source: number): number => Math.min(source, 2);
/** Speaker 0 may speak for party 0 during these days; speaker 1 for nobody. */
export const mandate = { from: Date.UTC(2024, 2, 1), until: Date.UTC(2025, 3, 1) };
/** `allForces1`: with a code book in which all kinds of act weigh the same. */
type OracleQuestion = QuestionAsked & { readonly allForces1?: boolean };

/** A stance by the letter of the design, without any cleverness: everything is folded again for each question. */
export function oracleStance(happened: readonly Happened[], q: OracleQuestion, sequence: number): OracleStance {
  const world = new World(
    happened.filter((one) => one.sequence <= sequence),
    q,
  );
  const inForce = world.selected().filter((act) => world.standing(act) > 0);
  const contributing = q.model === 'latest' ? inForce.slice(-1) : inForce;
  const terms = contributing.map((act) => world.term(act));
  const strength = terms.reduce((sum, term) => sum + term, 0);
  const shares = terms.map((term) => term / strength);
  const value = (index: number): number => contributing[index]!.coding.value!;
  const score = shares.reduce((sum, share, index) => sum + share * value(index), 0);
  const variance = shares.reduce((sum, share, index) => sum + share * (value(index) - score) ** 2, 0);
  return {
    status: world.status(inForce, strength),
    score: contributing.length > 0 ? score : null,
    strength,
    spread: q.model === 'latest' ? 0 : Math.sqrt(variance),
    contributions: contributing.map((act, index) => ({
      act: indexOf(world.acts, act),
      share: shares[index]!,
      standing: world.standing(act),
      weight: world.weight(act),
      kind: kindOf(act),
      coding: act.coding,
      sources: [...new Set(world.counting(act))],
      recorder: act.recorder,
    })),
    pending: world.pending().map((act) => indexOf(world.acts, act)),
  };
}

/** Acts in force that hold something out, newest first; only T counts of the question. */
export function oracleOpen(
  happened: readonly Happened[],
  q: QuestionAsked,
  sequence: number,
): readonly { act: number; standing: number }[] {
  const world = new World(
    happened.filter((one) => one.sequence <= sequence),
    { ...q, lens: noLens },
  );
  return world.alive
    .filter((act) => ['threat', 'proposal', 'demand', 'commitment'].includes(kindOf(act)) && world.standing(act) > 0)
    .sort((a, b) => order(b, a))
    .map((act) => ({ act: indexOf(world.acts, act), standing: world.standing(act) }));
}

/** Everything that was known at K, seen through the lens at T. */
class World {
  readonly acts: Map<number, OracleAct>;
  private readonly sources: readonly OracleSource[];
  private readonly halfLife: number;
  readonly alive: readonly OracleAct[];

  constructor(
    visible: readonly Happened[],
    private readonly q: OracleQuestion,
  ) {
    this.sources = foldSources(visible);
    this.acts = foldActs(visible, q.lens);
    this.halfLife = (q.lens.halfLifeDays ?? foldIssue(visible).halfLifeDays) * day;
    this.alive = [...this.acts.values()].filter((act) => !act.retracted && this.counting(act).length > 0);
  }

  standing(act: OracleAct): number {
    const { occurred, until } = act.coding;
    const t = this.q.validAt;
    if (!(occurred.end <= t && (until === null || t < until.end))) return 0;
    return this.alive
      .filter((w) => w.target !== null && this.acts.get(w.target) === act && w.coding.party === act.coding.party)
      .reduce((product, w) => product * (1 - w.coding.certainty * this.standing(w)), 1);
  }

  selected(): readonly OracleAct[] {
    return this.alive
      .filter((act) => act.coding.party === this.q.party && act.coding.value !== null && this.passes(act))
      .sort(order);
  }

  pending(): readonly OracleAct[] {
    const t = this.q.validAt;
    return this.selected().filter(({ coding: { occurred } }) => occurred.start < t && t < occurred.end);
  }

  weight(act: OracleAct): number {
    const { coding } = act;
    const kind = kindOf(act);
    const forceOf = this.q.allForces1 === true ? 1 : kind === 'action' ? modes[coding.mode] : force[kind]!;
    return forceOf * attributions[coding.attribution]! * this.reliability(act) * coding.certainty;
  }

  term(act: OracleAct): number {
    if (this.q.model === 'mean') return 1;
    const term = this.weight(act) * this.standing(act);
    const age = (act.coding.occurred.end - this.q.validAt) / this.halfLife;
    return this.q.model === 'latest' ? term : term * Math.pow(2, age);
  }

  status(inForce: readonly OracleAct[], strength: number): string {
    if (inForce.length === 0) return 'undeclared';
    if (this.q.model === 'decayed-mean' && strength < 0.1) return 'faded';
    const texts = new Set(inForce.flatMap((act) => this.counting(act).map(textOf)));
    return inForce.length < 2 || texts.size < 2 ? 'provisional' : 'held';
  }

  counting(act: OracleAct): number[] {
    const { publishedUntil, excludeSources } = this.q.lens;
    return act.sources.filter((source) => {
      const { retracted, published } = this.sources[source]!;
      const late = publishedUntil !== null && published.end > publishedUntil.end;
      return !retracted && !late && !excludeSources?.includes(source);
    });
  }

  private reliability(act: OracleAct): number {
    return Math.max(...this.counting(act).map((source) => reliabilities[this.sources[source]!.grade]!));
  }

  private passes(act: OracleAct): boolean {
    const { lens } = this.q;
    const { attribution, occurred } = act.coding;
    const { minReliability, minAttribution } = lens;
    const tests = [
      this.isSaidBy(act),
      lens.kinds === null || (lens.kinds as string[]).includes(kindOf(act)),
      minReliability === null || this.reliability(act) >= reliabilities[minReliability]!,
      minAttribution === null || attributions[attribution]! >= attributions[minAttribution]!,
      isWithin(occurred, lens.occurredFrom, lens.occurredTo),
    ];
    return tests.every(Boolean);
  }

  private isSaidBy({ coding: { speaker, party, occurred } }: OracleAct): boolean {
    const { speakers, mandated } = this.q.lens;
    const covered = mandate.from <= occurred.start && occurred.end <= mandate.until;
    const named = speakers === null || (speaker !== null && speakers.includes(speaker));
    return named && (mandated === null || (speaker === 0 && party === 0 && covered));
  }
}

function isWithin({ start, end }: When, from: When | null, to: When | null): boolean {
  return (from === null || start >= from.start) && (to === null || end <= to.end);
}

function kindOf(act: OracleAct): string {
  return act.target === null ? act.coding.kind : 'withdrawal';
}

function order(a: OracleAct, b: OracleAct): number {
  return a.coding.occurred.end - b.coding.occurred.end || a.number - b.number;
}

function indexOf(acts: ReadonlyMap<number, OracleAct>, act: OracleAct): number {
  return [...acts].find(([, other]) => other === act)![0];
}
