import { setTimeout as pause } from 'node:timers/promises';
import { answersOf } from '../support/faults/answers.js';
import type { Client } from '../support/faults/client.js';
import { recordCatalogue } from '../support/faults/recordings.js';
import { type DoneFault, gapsAfter } from './gaps.js';
import { Nodes, reached } from './nodes.js';
import type { SoakOptions } from './options.js';
import { recounted } from './recount.js';
import type { Soaked } from './report.js';
import type { SoakSite } from './site.js';
import { actsListed, streamsOfLog } from './whole.js';
import { Writers } from './writers.js';

/** Soaks two nodes on the server at the site, with a third in the end. @throws when a node ends or does not catch up */
export async function soak(site: SoakSite, options: SoakOptions): Promise<Soaked> {
  const nodes = new Nodes(site.url);
  try {
    return await Promise.race([soaked(nodes, site, options), nodes.untimelyEnd]);
  } finally {
    await nodes.stop();
  }
}

async function soaked(nodes: Nodes, site: SoakSite, options: SoakOptions): Promise<Soaked> {
  const both = [await nodes.start(), await nodes.start()];
  await recordCatalogue(both[0]!);
  const written = await writeThroughFaults(site, both, options);
  return { ...written, ...(await compared(nodes, both, written.writers)) };
}

interface Written {
  readonly writers: Writers;
  readonly seconds: number;
  readonly faults: readonly DoneFault[];
  readonly gaps: readonly (readonly number[])[];
}

async function writeThroughFaults(site: SoakSite, nodes: readonly Client[], options: SoakOptions): Promise<Written> {
  const writers = new Writers(nodes);
  const start = performance.now();
  const failing = failUntil(site, start, options);
  await writers.write(options.seconds * 1000);
  const end = performance.now();
  const faults = await failing;
  const gaps = writers.times.map((times) => gapsAfter(faults, times, end));
  return {
    writers,
    seconds: (end - start) / 1000,
    faults,
    gaps: faults.map((_, index) => gaps.map((ofNode) => ofNode[index]!)),
  };
}

/** The last fault leaves the writers as much time as every other. */
async function failUntil(
  site: SoakSite,
  start: number,
  { seconds, everySeconds }: SoakOptions,
): Promise<readonly DoneFault[]> {
  const faults: DoneFault[] = [];
  for (let at = everySeconds; at + everySeconds <= seconds; at += everySeconds) {
    await pause(Math.max(0, start + at * 1000 - performance.now()));
    const begun = performance.now();
    const what = await site.fail();
    faults.push({ what, at: begun });
    process.stderr.write(`${Math.round((begun - start) / 1000)} s: ${what}\n`);
  }
  return faults;
}

type Compared = Omit<Soaked, keyof Written>;

async function compared(nodes: Nodes, [first, second]: readonly Client[], writers: Writers): Promise<Compared> {
  const head = Math.max(...writers.acknowledged.map(({ sequence }) => sequence));
  await Promise.all([reached(first!, head), reached(second!, head)]);
  const start = performance.now();
  const third = await nodes.start();
  await reached(third, head);
  const rebuiltIn = (performance.now() - start) / 1000;
  const [answers, ofSecond, ofThird] = [await answersOf(first!), await answersOf(second!), await answersOf(third)];
  const streams = await streamsOfLog(third);
  const { acts, retries, wrong, acknowledged } = writers;
  return {
    ...{ acts, retries, wrong, acknowledged: acknowledged.length, events: streams.length, rebuiltIn },
    ...recounted(acknowledged, streams),
    listed: await actsListed(third),
    second: differing(answers, ofSecond),
    rebuilt: differing(answers, ofThird),
  };
}

/** The questions that are answered otherwise, with the beginnings of both answers. */
function differing(answers: readonly string[], others: readonly string[]): readonly string[] {
  const shown = 200;
  return answers.flatMap((answer, index) =>
    answer === others[index] ? [] : [`${answer.slice(0, shown)} … and ${String(others[index]).slice(0, shown)}`],
  );
}
