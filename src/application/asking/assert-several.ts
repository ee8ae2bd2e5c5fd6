import { refuseIf } from '../../domain/shared/check.js';

/** A pair takes two different parties; null stands for all there are. @throws Refusal `invalid` */
export function assertSeveral(parties: readonly string[] | null): void {
  const detail = 'Name two parties or more, with commas between.';
  refuseIf(parties !== null && new Set(parties).size < 2, 'invalid', { pointer: '?parties', detail });
}
