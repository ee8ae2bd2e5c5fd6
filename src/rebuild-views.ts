import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PortsModule, type Ports } from './app.module.js';
import { ApplicationModule } from './application/application.module.js';
import type { Progress } from './application/projecting/build-progress.js';
import { Projector } from './application/projecting/projector.js';
import type { Config } from './config.js';
import { LogAway } from './ports/event-log.js';

@Module({})
class RebuildModule {}

/**
 * Builds the views from nothing, beside the finished ones until they are whole. @throws LogAway while a node owns them
 */
export async function rebuildViews(
  ports: Ports,
  config: Config,
  onProgress: Progress,
): Promise<{ events: number; seconds: number }> {
  const imports = [PortsModule.of(ports, config), ApplicationModule];
  const context = await NestFactory.createApplicationContext({ module: RebuildModule, imports }, { logger: false });
  try {
    if (!ports.views.store.own()) throw new LogAway('a running node owns the views; stop it before you rebuild them');
    const start = performance.now();
    const { sequence } = await context.get(Projector).build({ onProgress });
    return { events: sequence, seconds: (performance.now() - start) / 1000 };
  } finally {
    await context.close();
    await ports.log.close();
    await ports.texts.close();
    await ports.notary.close();
  }
}
