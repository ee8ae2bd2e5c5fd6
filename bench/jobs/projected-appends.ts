import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TreeWriter } from '../../src/adapters/sqlite/views/tree-writer.js';
import { openPorts, type Ports, PortsModule } from '../../src/app.module.js';
import { ApplicationModule } from '../../src/application/application.module.js';
import { Projector } from '../../src/application/projecting/projector.js';
import type { Append, LogPlace } from '../../src/ports/event-log.js';
import { logFilesIn } from '../history/history.js';
import { writeLog } from '../history/write-log.js';
import { processorWatch } from '../measure/processor-watch.js';
import { configIn } from '../processes/config-in.js';
import { firstOf } from './questions.js';
import { sampleAppends, standingAlone } from './sample-appends.js';

@Module({})
class AppendModule {}

interface ProjectedAppends {
  readonly folder: string;
  readonly seed: number;
  /** Whether each event also becomes a leaf of the tree, as it does in every node. */
  readonly tree: boolean;
}

export interface Appended {
  readonly perSecond: number;
  /** Of the processor, which is less where others take it away. */
  readonly processorSeconds: number;
}

const atOnce = 64;
const warming = 20;
const rounds = 150;

/** Acts appended 64 at once, each durable and projected before the next 64, as recorders wait for them. */
export async function projectedAppends({ folder, seed, tree }: ProjectedAppends): Promise<Appended> {
  if (!tree) forgoTree();
  await writeLog(logFilesIn(folder), { acts: 0, seed }, () => undefined);
  const config = configIn(folder);
  const ports = await openPorts(config);
  const imports = [PortsModule.of(ports, config), ApplicationModule];
  const context = await NestFactory.createApplicationContext({ module: AppendModule, imports }, { logger: false });
  ports.views.store.own();
  const projector = context.get(Projector);
  const appending = new Appending(ports, projector, await projector.build());
  const appends = sampleAppends(seed, standingAlone);
  for (let round = 0; round < warming; round++) await appending.all(firstOf(atOnce, appends));
  const appended = await measured(async () => {
    for (let round = 0; round < rounds; round++) await appending.all(firstOf(atOnce, appends));
  });
  await context.close();
  for (const port of [ports.log, ports.texts, ports.notary]) await port.close();
  return appended;
}

class Appending {
  constructor(
    private readonly ports: Ports,
    private readonly projector: Projector,
    private place: LogPlace,
  ) {}

  async all(appends: readonly Append[]): Promise<void> {
    await Promise.all(appends.map((append) => this.ports.log.append(append)));
    for (let step = await this.step(); step; step = await this.step()) this.place = step.place;
  }

  private step(): ReturnType<Projector['step']> {
    return this.projector.step(this.place, 'tail');
  }
}

/** What a node would be that does not commit to its log. */
function forgoTree(): void {
  const root = '0'.repeat(64);
  TreeWriter.prototype.add = () => undefined;
  TreeWriter.prototype.root = () => root;
}

async function measured(work: () => Promise<void>): Promise<Appended> {
  const processorSeconds = processorWatch();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: (rounds * atOnce) / seconds, processorSeconds: processorSeconds() };
}
