import { Codec } from '../../src/domain/shared/codec.js';
import type { Append } from '../../src/ports/event-log.js';
import { ActsMaker } from '../history/acts.js';
import { Random } from '../history/random.js';

const kept = 2000;

/** Appends that each begin an act's stream, none like another. */
export function* sampleAppends(seed: number): Generator<Append, void> {
  const random = new Random(seed);
  const codec = new Codec();
  const forms = [...new ActsMaker(seed).events(kept)].map(({ event }) => codec.encode(event));
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
