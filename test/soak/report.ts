import type { DoneFault } from './gaps.js';
import type { Recount } from './recount.js';

/** What a soak came to. */
export interface Soaked extends Recount {
  readonly seconds: number;
  readonly acts: number;
  readonly events: number;
  readonly acknowledged: number;
  readonly retries: number;
  readonly listed: number;
  readonly wrong: readonly string[];
  readonly faults: readonly DoneFault[];
  /** For each fault the longest gap on each node, in milliseconds. */
  readonly gaps: readonly (readonly number[])[];
  /** Answers that differ from the first node's, of the second and of a new one. */
  readonly second: readonly string[];
  readonly rebuilt: readonly string[];
  readonly rebuiltIn: number;
}

export function isSound({ lost, duplicated, listed, acts, ...soaked }: Soaked): boolean {
  return lost === 0 && duplicated === 0 && listed === acts && wrongIn(soaked).length === 0;
}

function wrongIn({ wrong, second, rebuilt }: Pick<Soaked, 'wrong' | 'second' | 'rebuilt'>): readonly string[] {
  return [...wrong, ...second, ...rebuilt];
}

export function reportOf(soaked: Soaked): string {
  const { acts, acknowledged, retries, seconds, events, rebuiltIn, second, rebuilt } = soaked;
  const perSecond = (count: number, time: number): string => `${Math.round(count / time).toLocaleString('en')}/s`;
  return [
    ...faultLines(soaked),
    '',
    `acknowledged          ${acknowledged} events of ${acts} acts, ${perSecond(acknowledged, seconds)}`,
    `sent once more        ${retries} times`,
    `lost                  ${soaked.lost}`,
    `duplicated            ${soaked.duplicated}`,
    `acts listed           ${soaked.listed}`,
    `answers of the second ${second.length === 0 ? 'equal' : 'DIFFERENT'}`,
    `answers of a new node ${rebuilt.length === 0 ? 'equal' : 'DIFFERENT'}`,
    `new node ready in     ${rebuiltIn.toFixed(1)} s, ${events} events, ${perSecond(events, rebuiltIn)}`,
    ...wrongIn(soaked)
      .slice(0, 10)
      .map((text) => `wrong: ${text}`),
    isSound(soaked) ? 'sound' : 'NOT SOUND',
  ].join('\n');
}

/** Each kind of fault with the longest gap after it on any node. */
function faultLines({ faults, gaps }: Soaked): readonly string[] {
  const longest = gaps.map((ofNodes) => Math.max(...ofNodes));
  const kinds = [...new Set(faults.map(({ what }) => what))];
  return kinds.map((kind) => {
    const ofKind = longest.filter((_, index) => faults[index]!.what === kind);
    const seconds = ofKind.map((gap) => (gap / 1000).toFixed(1));
    return `${kind}: ${ofKind.length} times, longest without an acknowledgement ${seconds.join(', ')} s`;
  });
}
