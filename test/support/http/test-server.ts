import 'reflect-metadata';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PortsModule, type Ports } from '../../../src/app.module.js';
import { ApplicationModule } from '../../../src/application/application.module.js';
import { ProjectionRunner } from '../../../src/application/projecting/projection-runner.js';
import { configOf } from '../../../src/config.js';
import { configureHttp } from '../../../src/http/configure-http.js';
import { DoorsModule } from '../../../src/http/doors.module.js';
import { HttpSettings } from '../../../src/http/http-settings.js';
import { createHttpAdapter } from '../../../src/http/server/create-http-adapter.js';
import { TestClock } from '../test-clock.js';
import { portsInMemory } from '../test-node.js';
import { Answer } from './answer.js';

/** 2025-06-01T12:00:00Z, when every test over HTTP begins. */
export const testNow = Date.UTC(2025, 5, 1, 12);

@Global()
@Module({})
class SettingsModule {
  static of(settings: HttpSettings): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: HttpSettings, useValue: settings }],
      exports: [HttpSettings],
    };
  }
}

@Module({})
class TestModule {}

export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; text is sent as it is. */
  readonly body?: unknown;
}

/** A whole node behind its doors, on a port of its own, with a log in memory. */
export class TestServer {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly url: string,
    readonly clock: TestClock,
  ) {}

  static async start(given?: Ports): Promise<TestServer> {
    const clock = new TestClock(testNow);
    const ports = given ?? (await portsInMemory(clock));
    const settings = SettingsModule.of({ recorder: 'local', viewsVersion: '1' });
    const imports = [
      PortsModule.of(ports, configOf({ DEMARCHE_LOG: 'memory:' })),
      settings,
      ApplicationModule,
      DoorsModule,
    ];
    const app = await NestFactory.create<NestFastifyApplication>({ module: TestModule, imports }, createHttpAdapter(), {
      logger: false,
    });
    configureHttp(app);
    await app.listen(0, '127.0.0.1');
    await app.get(ProjectionRunner).start();
    return new TestServer(app, await app.getUrl(), clock);
  }

  async send(method: string, path: string, { headers = {}, body }: Sending = {}): Promise<Answer> {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(this.url + path, {
      method,
      headers: { ...json, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return new Answer(response.status, response.headers, await response.text());
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('POST', path, { body, headers });
  }

  put(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('PUT', path, { body, headers });
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}
