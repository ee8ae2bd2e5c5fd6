import { InvalidArgumentError } from 'commander';
import { speedRange } from './play.js';

/** How many times faster than it happened; Infinity for `max`. */
export function speedIn(text: string): number {
  const speed = text === 'max' ? Infinity : /^\d+(\.\d+)?(e\d+)?$/.test(text) ? Number(text) : NaN;
  const isOffered = speed === Infinity ? text === 'max' : speed >= speedRange.min && speed <= speedRange.max;
  if (isOffered) return speed;
  throw new InvalidArgumentError(`It is max or a number from ${speedRange.min} to ${speedRange.max}.`);
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A speed for people: how much time goes by in a second. */
export function spokenSpeed(speed: number): string {
  if (speed === Infinity) return 'as fast as possible';
  const [unit, seconds] = units.find(([, each]) => speed >= each) ?? (['second', 1] as const);
  const many = Number((speed / seconds).toPrecision(3));
  return `${many} ${unit}${many === 1 ? '' : 's'} a second`;
}
