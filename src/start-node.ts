import 'reflect-metadata';
import { Logger, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DailyLines } from './adapters/system/daily-lines.js';
import { AppModule, openPorts, type Ports } from './app.module.js';
import { Checkpoints } from './application/auditing/checkpoints.js';
import { LogCheck } from './application/auditing/log-check.js';
import { ProjectionRunner } from './application/projecting/projection-runner.js';
import type { Starting } from './application/projecting/runner-state.js';
import { TextErasure } from './application/recording/text-erasure.js';
import type { Config } from './config.js';
import { configureHttp } from './http/configure-http.js';
import { createHttpAdapter } from './http/server/create-http-adapter.js';

export interface RunningNode {
  readonly url: string;
  /** Resolves when the node has caught up with its log for the first time and answers questions. */
  readonly ready: Promise<void>;
  /** Stops accepting, lets what is under way finish, stops following the log. May be called twice. */
  close(): Promise<void>;
}

export interface NodeOptions extends Starting {
  /** Ports that are open already; else those that the configuration names are opened. */
  readonly ports?: Ports;
  readonly logger?: LoggerService | false;
}

const logger = new Logger('Reads');

/**
 * Starts a node: it listens at once, and is ready when its views have caught up.
 * @throws BadConfig, LogNotReadable, LogAway; what `listen` throws, such as EADDRINUSE
 */
export async function startNode(config: Config, options: NodeOptions = {}): Promise<RunningNode> {
  const ports = options.ports ?? (await openPorts(config));
  const { reads: kept } = config;
  const onTrouble = (why: string): void => logger.warn(`what is read cannot be noted: ${why}`);
  const reads = kept && new DailyLines({ ...kept, name: 'reads', clock: ports.clock, onTrouble });
  try {
    const app = await createApp(ports, config, { logger: options.logger ?? false, reads });
    await app.listen(config.port, config.host);
    const closing = once(async () => {
      await app.close();
      await reads?.flush();
      await closePorts(ports);
    });
    return { url: urlOf(app, config.host), ready: catchUp(app, options), close: closing };
  } catch (error) {
    await closePorts(ports);
    throw error;
  }
}

/** Whom it tells of what it does. */
interface Telling {
  readonly logger: LoggerService | false;
  readonly reads: DailyLines | null;
}

async function createApp(ports: Ports, config: Config, { logger, reads }: Telling): Promise<NestFastifyApplication> {
  const adapter = createHttpAdapter();
  const root = AppModule.of(ports, config);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger, abortOnError: false });
  configureHttp(app, reads);
  return app;
}

async function catchUp(app: NestFastifyApplication, starting: Starting): Promise<void> {
  const runner = app.get(ProjectionRunner, { strict: false });
  await runner.start(starting);
  if (!runner.isServing) return;
  await app.get(TextErasure, { strict: false }).finish();
  await app.get(LogCheck, { strict: false }).start();
  await app.get(Checkpoints, { strict: false }).start();
}

async function closePorts({ log, texts, notary }: Ports): Promise<void> {
  await Promise.all([log.close(), texts.close(), notary.close()]);
}

function urlOf(app: NestFastifyApplication, host: string): string {
  const address: unknown = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null && 'port' in address ? String(address.port) : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
