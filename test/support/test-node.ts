import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus, type Command, type Query } from '@nestjs/cqrs';
import { Module } from '@nestjs/common';
import { SqliteEventLog } from '../../src/adapters/sqlite/log/sqlite-event-log.js';
import { SqliteNotary } from '../../src/adapters/sqlite/notary/sqlite-notary.js';
import { SqliteTexts } from '../../src/adapters/sqlite/texts/sqlite-texts.js';
import { openViews } from '../../src/adapters/sqlite/views/open-views.js';
import { PortsModule, type Ports } from '../../src/app.module.js';
import { ApplicationModule } from '../../src/application/application.module.js';
import { ProjectionRunner } from '../../src/application/projecting/projection-runner.js';
import { configOf } from '../../src/config.js';
import type { Clock } from '../../src/ports/clock.js';

@Module({})
class TestModule {}

/** Ports in memory: the same adapters as on disk. */
export async function portsInMemory(clock: Clock): Promise<Ports> {
  const log = await SqliteEventLog.open({ file: ':memory:', clock });
  const texts = await SqliteTexts.open({ file: ':memory:' });
  const notary = await SqliteNotary.open({ keyFile: ':memory:', mayGenerate: true });
  return { clock, log, texts, notary, views: openViews(null) };
}

/** A node without doors: commands and queries, on the ports given. */
export class TestNode {
  private constructor(private readonly context: INestApplicationContext) {}

  static async on(ports: Ports): Promise<TestNode> {
    const config = configOf({ DEMARCHE_LOG: 'memory:' });
    const imports = [PortsModule.of(ports, config), ApplicationModule];
    const context = await NestFactory.createApplicationContext({ module: TestModule, imports }, { logger: false });
    await context.get(ProjectionRunner).start();
    return new TestNode(context);
  }

  get runner(): ProjectionRunner {
    return this.context.get(ProjectionRunner);
  }

  send<R>(command: Command<R>): Promise<R> {
    return this.context.get(CommandBus).execute(command);
  }

  ask<R>(query: Query<R>): Promise<R> {
    return this.context.get(QueryBus).execute(query);
  }

  /** Stops following and lets go of the views; the log and the texts stay open. */
  close(): Promise<void> {
    return this.context.close();
  }
}
