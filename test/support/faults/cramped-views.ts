import type { Database } from '../../../src/adapters/sqlite/shared/driver.js';
import { type OpenViews } from '../../../src/adapters/sqlite/views/open-views.js';
import { SqliteActs } from '../../../src/adapters/sqlite/views/sqlite-acts.js';
import { SqliteCatalogue } from '../../../src/adapters/sqlite/views/sqlite-catalogue.js';
import { SqliteCells } from '../../../src/adapters/sqlite/views/sqlite-cells.js';
import { SqliteChronicle } from '../../../src/adapters/sqlite/views/sqlite-chronicle.js';
import { SqliteShifts } from '../../../src/adapters/sqlite/views/sqlite-shifts.js';
import { SqliteLogTree } from '../../../src/adapters/sqlite/views/sqlite-log-tree.js';
import { SqliteViewStore } from '../../../src/adapters/sqlite/views/sqlite-view-store.js';
import { ViewsConnection } from '../../../src/adapters/sqlite/views/views-connection.js';
import { ViewsDirectory } from '../../../src/adapters/sqlite/views/views-directory.js';

/** What SQLite itself allows. */
const pagesMax = 4_294_967_294;

/** Views in a directory on which SQLite finds the disk full when it is told so. */
export class CrampedViews extends ViewsDirectory {
  private readonly databases = new Set<Database>();
  private pages = Infinity;

  /** Everything that reads or writes them. */
  get ports(): OpenViews {
    const views = new ViewsConnection();
    return {
      store: new SqliteViewStore(views, this),
      catalogue: new SqliteCatalogue(views),
      acts: new SqliteActs(views),
      cells: new SqliteCells(views),
      tree: new SqliteLogTree(views),
      chronicle: new SqliteChronicle(views),
      shifts: new SqliteShifts(views),
    };
  }

  /** From now on each file may grow by so many pages. */
  leave(pages: number): void {
    this.pages = pages;
    for (const database of this.databases) if (database.open) this.cramp(database);
  }

  makeRoom(): void {
    this.leave(Infinity);
  }

  override open(owned: boolean): Database | null {
    return this.cramp(super.open(owned));
  }

  override create(): Database {
    return this.cramp(super.create());
  }

  private cramp<D extends Database | null>(database: D): D {
    if (!database) return database;
    this.databases.add(database);
    const size = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${Math.min(size + this.pages, pagesMax)}`);
    return database;
  }
}
