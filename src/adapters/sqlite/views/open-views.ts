import type { Acts } from '../../../ports/acts.js';
import type { Catalogue } from '../../../ports/catalogue.js';
import type { Cells } from '../../../ports/cells.js';
import type { Chronicle } from '../../../ports/chronicle.js';
import type { LogTree } from '../../../ports/log-tree.js';
import type { Shifts } from '../../../ports/shifts.js';
import type { ViewStore } from '../../../ports/view-store.js';
import { SqliteActs } from './sqlite-acts.js';
import { SqliteCatalogue } from './sqlite-catalogue.js';
import { SqliteCells } from './sqlite-cells.js';
import { SqliteChronicle } from './sqlite-chronicle.js';
import { SqliteShifts } from './sqlite-shifts.js';
import { SqliteLogTree } from './sqlite-log-tree.js';
import { SqliteViewStore } from './sqlite-view-store.js';
import { ViewsConnection } from './views-connection.js';
import { ViewsDirectory } from './views-directory.js';
import { ViewsInMemory } from './views-in-memory.js';

/** Everything that reads or writes one views file. */
export interface OpenViews {
  readonly store: ViewStore;
  readonly catalogue: Catalogue;
  readonly acts: Acts;
  readonly cells: Cells;
  readonly chronicle: Chronicle;
  readonly tree: LogTree;
  readonly shifts: Shifts;
}

/** The views in this directory, or in memory when there is none; where there are none yet, those of the seed. */
export function openViews(directory: string | null, seed: string | null = null): OpenViews {
  const views = new ViewsConnection();
  const place = directory === null ? new ViewsInMemory() : new ViewsDirectory(directory, seed);
  return {
    store: new SqliteViewStore(views, place),
    catalogue: new SqliteCatalogue(views),
    acts: new SqliteActs(views),
    cells: new SqliteCells(views),
    chronicle: new SqliteChronicle(views),
    tree: new SqliteLogTree(views),
    shifts: new SqliteShifts(views),
  };
}
