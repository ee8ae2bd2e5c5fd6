import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Connection } from './adapters/eventstoredb/connection/connection.js';
import { EventStoreLog } from './adapters/eventstoredb/log/event-store-log.js';
import { EventStoreTexts } from './adapters/eventstoredb/texts/event-store-texts.js';
import { SqliteNotary } from './adapters/sqlite/notary/sqlite-notary.js';
import { openViews } from './adapters/sqlite/views/open-views.js';
import { SqliteEventLog } from './adapters/sqlite/log/sqlite-event-log.js';
import { SqliteTexts } from './adapters/sqlite/texts/sqlite-texts.js';
import { NoNotary } from './adapters/system/no-notary.js';
import { SystemClock } from './adapters/system/system-clock.js';
import { ApplicationModule } from './application/application.module.js';
import { CellMemory } from './application/projecting/live-cells.js';
import type { Config, KeySite, LogSite } from './config.js';
import { Acts } from './ports/acts.js';
import { Catalogue } from './ports/catalogue.js';
import { Cells } from './ports/cells.js';
import { Chronicle } from './ports/chronicle.js';
import { Clock } from './ports/clock.js';
import { EventLog } from './ports/event-log.js';
import { LogTree } from './ports/log-tree.js';
import { Notary } from './ports/notary.js';
import { Shifts } from './ports/shifts.js';
import { Texts } from './ports/texts.js';
import { ViewStore } from './ports/view-store.js';
import { DoorsModule } from './http/doors.module.js';
import { HttpSettings } from './http/http-settings.js';
import { makeFolders } from './usable-folders.js';

/** The ports, opened: what a node runs on. */
export interface Ports {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly texts: Texts;
  readonly notary: Notary;
  readonly views: ReturnType<typeof openViews>;
}

/**
 * Opens what the configuration names; an EventStoreDB is connected to on first use.
 * @throws BadConfig for a directory that cannot be written to; LogNotReadable, LogAway
 */
export async function openPorts(config: Config, clock: Clock = new SystemClock()): Promise<Ports> {
  makeFolders(config);
  const log = await openLog(config.log, clock);
  try {
    const notary = await openNotary(config.key);
    return { clock, ...log, notary, views: openViews(config.viewsDirectory, config.viewsSeed) };
  } catch (error) {
    await Promise.all([log.log.close(), log.texts.close()]);
    throw error;
  }
}

function openNotary(key: KeySite | null): Notary | Promise<Notary> {
  return key ? SqliteNotary.open({ keyFile: key.file, mayGenerate: key.mayGenerate }) : new NoNotary();
}

async function openLog(site: LogSite, clock: Clock): Promise<Pick<Ports, 'log' | 'texts'>> {
  if (site.kind === 'sqlite') {
    const log = await SqliteEventLog.open({ file: site.file, clock });
    return { log, texts: await SqliteTexts.open({ file: site.textsFile }) };
  }
  const connection = new Connection(site.connectionString);
  return { log: new EventStoreLog(connection, site.prefix), texts: new EventStoreTexts(connection, site.prefix) };
}

/** Binds the ports to their adapters, for every ring that asks for a port. */
@Global()
@Module({})
export class PortsModule {
  static of({ clock, log, texts, notary, views }: Ports, config: Config): DynamicModule {
    const providers = [
      { provide: Clock, useValue: clock },
      { provide: EventLog, useValue: log },
      { provide: Texts, useValue: texts },
      { provide: Notary, useValue: notary },
      { provide: ViewStore, useValue: views.store },
      { provide: Catalogue, useValue: views.catalogue },
      { provide: Acts, useValue: views.acts },
      { provide: Cells, useValue: views.cells },
      { provide: Chronicle, useValue: views.chronicle },
      { provide: LogTree, useValue: views.tree },
      { provide: Shifts, useValue: views.shifts },
      { provide: HttpSettings, useValue: { recorder: config.recorder, viewsVersion: String(views.store.version) } },
      { provide: CellMemory, useValue: { bytes: config.cellsBytes } },
    ];
    return { module: PortsModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** A whole node: ports, application and HTTP doors. */
@Module({})
export class AppModule {
  static of(ports: Ports, config: Config): DynamicModule {
    return { module: AppModule, imports: [PortsModule.of(ports, config), ApplicationModule, DoorsModule] };
  }
}
