import { SqliteEventLog } from '../../src/adapters/sqlite/log/sqlite-event-log.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { Projections } from '../../src/application/projecting/projections.js';
import { Projector } from '../../src/application/projecting/projector.js';
import { Codec } from '../../src/domain/shared/codec.js';
import type { Past, Recorded, RowChange } from '../../src/ports/projection.js';
import { CatalogueProjection } from '../../src/projections/catalogue.projection.js';
import { CellsProjection } from '../../src/projections/cells.projection.js';
import { processorWatch } from '../measure/processor-watch.js';
import { CellsInMemory } from './cells-in-memory.js';
import type { Rebuilt } from './fold-objects.js';

/** The projection of the cells, and the catalogue's, from which it learns what sources are worth. */
class CellsAlone extends Projections {
  private readonly both = [new CatalogueProjection(), new CellsProjection()];

  override project(recorded: Recorded, past: Past): readonly RowChange[] {
    const changes: RowChange[] = [];
    for (const projection of this.both) changes.push(...projection.project(recorded, past));
    return changes;
  }
}

/** Builds every stance cell, ready to be scanned, from the log: by the projector, the codec and the projections. */
export async function rebuildCells({ log: file }: { readonly log: string }): Promise<Rebuilt> {
  const log = await SqliteEventLog.open({ file, clock: new SystemClock() });
  const store = new CellsInMemory(file);
  const projector = new Projector(log, store, new CellsAlone(null as never), new Codec());
  const processorSeconds = processorWatch();
  const start = performance.now();
  const { sequence } = await projector.build();
  const seconds = (performance.now() - start) / 1000;
  await log.close();
  store.close();
  if (store.rows < sequence / 2) throw new Error(`only ${String(store.rows)} rows of ${String(sequence)} events`);
  return { events: sequence, seconds, processorSeconds: processorSeconds() };
}
