import type { Ports } from '../../src/app.module.js';
import { TestClock } from '../support/test-clock.js';
import { TestNode } from '../support/test-node.js';
import { Driver } from './driver.js';
import type { QuestionAsked, Step } from './history.js';

const now = Date.UTC(2026, 0, 1);

export interface Told {
  readonly node: TestNode;
  readonly ports: Ports;
  readonly driver: Driver;
  readonly head: number;
}

/** Ports on a new, empty log. */
export type OpenPorts = (clock: TestClock) => Promise<Ports>;

/** When a history begins, and the milliseconds before each of its steps, over and over. */
export interface Pace {
  readonly begin: number;
  readonly pauses: readonly number[];
}

/** After all that it tells of, a step a second. */
const atOnce: Pace = { begin: now, pauses: [1000] };

/** Records the history on a new log, through a node. */
export async function tell(open: OpenPorts, steps: readonly Step[], { begin, pauses } = atOnce): Promise<Told> {
  const clock = new TestClock(begin);
  const ports = await open(clock);
  const node = await TestNode.on(ports);
  const driver = new Driver(node);
  await driver.prepare();
  for (const [index, step] of steps.entries()) {
    clock.time += pauses[index % pauses.length] ?? 0;
    await driver.do(step);
  }
  return { node, ports, driver, head: (await ports.log.head()).sequence };
}

/** The K of a question, in a log that long. */
export function at(q: QuestionAsked, head: number): number {
  return Math.round(q.known * head);
}
