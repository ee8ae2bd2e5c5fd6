import { isFirst } from '../../src/domain/acts/act.js';
import { Codec } from '../../src/domain/shared/codec.js';
import type { DomainEvent } from '../../src/domain/shared/domain-event.js';
import type { Append } from '../../src/ports/event-log.js';
import { ActsMaker } from '../history/acts.js';
import { Random } from '../history/random.js';

const kept = 2000;

type Chosen = (event: DomainEvent) => boolean;

/** Acts that presuppose no other. */
export const standingAlone: Chosen = (event) => isFirst(event) && event.data.inResponseTo === null;

/** Appends that each begin an act's stream, none like another; of the history's events those that are chosen. */
export function* sampleAppends(seed: number, chosen: Chosen = () => true): Generator<Append, void> {
  const random = new Random(seed);
  const codec = new Codec();
  const events = [...new ActsMaker(seed).events(kept)].map(({ event }) => event);
  const forms = events.filter(chosen).map((event) => codec.encode(event));
  for (let number = 0; ; number++) {
    const command = random.uuid();
    const event = { id: random.uuid(), ...forms[number % forms.length]! };
    const envelope = { recorder: 'bench', command, correlation: command, causation: null } as const;
    yield {
      stream: `act-${random.uuid()}`,
      expected: 'no-stream',
      assurance: 'asserted',
      events: [event],
      ...envelope,
    };
  }
}
