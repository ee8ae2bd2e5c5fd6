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

/** Records the history on a new log, through a node. */
export async function tell(open: OpenPorts, steps: readonly Step[]): Promise<Told> {
  const clock = new TestClock(now);
  const ports = await open(clock);
  const node = await TestNode.on(ports);
  const driver = new Driver(node);
  await driver.prepare();
  for (const step of steps) {
    clock.time += 1000;
    await driver.do(step);
  }
  return { node, ports, driver, head: (await ports.log.head()).sequence };
}

/** The K of a question, in a log that long. */
export function at(q: QuestionAsked, head: number): number {
  return Math.round(q.known * head);
}
