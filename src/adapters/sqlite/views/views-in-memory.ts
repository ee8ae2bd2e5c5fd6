import { Database } from '../shared/driver.js';
import { ViewsPlace } from './views-place.js';

/** Views that end with the process, for a log that does. */
export class ViewsInMemory extends ViewsPlace {
  override own(): boolean {
    return true;
  }

  override open(): null {
    return null;
  }

  override wasReplaced(): boolean {
    return false;
  }

  override seed(): null {
    return null;
  }

  override create(): Database {
    return new Database(':memory:');
  }

  override publish(): void {
    // What was filled goes on as it is.
  }

  override discard(): void {
    // They are gone with their connection.
  }

  override release(): void {
    // Nobody else can reach it.
  }
}
