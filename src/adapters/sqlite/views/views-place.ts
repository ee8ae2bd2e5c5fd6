import type { Seeding } from '../../../ports/view-store.js';
import type { Database } from '../shared/driver.js';
import type { ViewsConnection } from './views-connection.js';

/** Where the views of a node lie: a directory, or memory. */
export abstract class ViewsPlace {
  /** True when this process may write. */
  abstract own(): boolean;
  /** The finished views, or null when there are none that can be read. */
  abstract open(owned: boolean): Database | null;
  /** Whether the finished views are another file than the one opened last. */
  abstract wasReplaced(): boolean;
  /** Copies the views given to begin with, if any, to be published as what was filled is; says why it cannot. */
  abstract seed(): Seeding | null;
  /** Empty views to fill, beside the finished ones. */
  abstract create(): Database;
  /** Makes what was filled the finished views and goes on with them. */
  abstract publish(views: ViewsConnection): void;
  /** Deletes the finished views if this process may write: they are of no use. */
  abstract discard(): void;
  abstract release(): void;
}
