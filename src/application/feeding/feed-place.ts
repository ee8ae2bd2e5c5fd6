import { refuseIf } from '../../domain/shared/check.js';
import type { FeedPlace } from '../../ports/shifts.js';

/** After an event and all that it shifted. */
export const whole = Number.MAX_SAFE_INTEGER;

/** What stands after a whole event is named by its sequence. */
export function feedIdOf({ sequence, place }: FeedPlace): string {
  return place === whole ? `${sequence}` : `${sequence}.${place}`;
}

/** A place of the feed by its id, or after a whole event by its sequence. @throws Refusal `invalid` */
export function parseFeedPlace(id: string, pointer: string): FeedPlace {
  const [, sequence, place] = /^(\d{1,15})(?:\.(\d{1,9}))?$/.exec(id) ?? [];
  const detail = `This is a sequence such as 128, or the id of an event of this feed such as 128.1; not \`${id}\`.`;
  refuseIf(sequence === undefined, 'invalid', { pointer, detail });
  return { sequence: Number(sequence), place: place === undefined ? whole : Number(place) };
}
