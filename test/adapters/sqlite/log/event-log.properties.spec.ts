import fc from 'fast-check';
import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import {
  EventIdInUse,
  WrongRevision,
  type Append,
  type Appended,
  type Expected,
} from '../../../../src/ports/event-log.js';
import { newAppend, newEvent } from '../../../contracts/new-append.js';
import { wholeLog } from '../../../contracts/whole-log.js';
import { HandSetClock } from '../shared/hand-set-clock.js';

type Answer = Appended | 'WrongRevision' | 'EventIdInUse';

/** The promise of the port in the plainest form: a list that is searched from its start for every question. */
class PlainLog {
  readonly ids: string[] = [];
  private readonly done: { readonly append: Append; readonly revision: number }[] = [];

  append(append: Append): Answer {
    const earlier = this.done.find(({ append: { events } }) => events[0]?.id === append.events[0]?.id);
    if (earlier !== undefined) return this.again(append, earlier.append, earlier.revision);
    const revision = this.revisionOf(append.stream);
    if (!meets(revision, append.expected)) return 'WrongRevision';
    this.ids.push(...append.events.map(({ id }) => id));
    this.done.push({ append, revision: revision + append.events.length });
    return { revision: revision + append.events.length, repeated: false };
  }

  private again(append: Append, earlier: Append, revision: number): Answer {
    return append.command === earlier.command ? { revision, repeated: true } : 'EventIdInUse';
  }

  private revisionOf(stream: string): number {
    return this.done.filter(({ append }) => append.stream === stream).at(-1)?.revision ?? -1;
  }
}

function meets(revision: number, expected: Expected): boolean {
  if (expected === 'any') return true;
  return revision === (expected === 'no-stream' ? -1 : expected);
}

async function answered(log: SqliteEventLog, append: Append): Promise<Answer> {
  try {
    return await log.append(append);
  } catch (error) {
    if (error instanceof WrongRevision) return 'WrongRevision';
    if (error instanceof EventIdInUse) return 'EventIdInUse';
    throw error;
  }
}

const fresh = fc.record({
  stream: fc.constantFrom('act-a', 'act-b', 'act-c'),
  expected: fc.constantFrom<Expected>('any', 'no-stream', 0, 1, 2, 3),
  size: fc.integer({ min: 1, max: 3 }),
});
/** Says an earlier append again, word for word or as another command. */
const again = fc.record({ earlier: fc.nat(40), sameCommand: fc.boolean() });
const steps = fc.array(fc.oneof({ weight: 3, arbitrary: fresh }, { weight: 1, arbitrary: again }), { maxLength: 40 });
type Step = typeof steps extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

function appendsOf(script: readonly Step[]): readonly Append[] {
  const appends: Append[] = [];
  for (const step of script) appends.push(appendOf(step, appends));
  return appends;
}

function appendOf(step: Step, appends: readonly Append[]): Append {
  if ('size' in step) {
    const { stream, expected, size } = step;
    return newAppend({ stream, expected, events: Array.from({ length: size }, () => newEvent()) });
  }
  const earlier = appends[step.earlier % Math.max(1, appends.length)] ?? newAppend();
  return step.sameCommand ? earlier : { ...earlier, command: newAppend().command };
}

describe('the log, whatever is appended', () => {
  it('answers and keeps what a plain list would, however many appends share a commit', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 40 }), async (script, together) => {
        const log = await SqliteEventLog.open({ file: ':memory:', clock: new HandSetClock() });
        const plain = new PlainLog();
        const appends = appendsOf(script);
        for (let start = 0; start < appends.length; start += together) {
          const some = appends.slice(start, start + together);
          const answers = await Promise.all(some.map((append) => answered(log, append)));
          expect(answers).toEqual(some.map((append) => plain.append(append)));
        }
        expect((await wholeLog(log, 7)).slice(1).map(({ id }) => id)).toEqual(plain.ids);
        await log.close();
      }),
    );
  });
});
