import type { LogSite } from '../../../src/config.js';
import type { StandIn } from './stand-in.js';

/** The log under this prefix, as a setting would name it. */
export function logSiteOn({ url }: StandIn, prefix: string): LogSite {
  return { kind: 'eventstoredb', connectionString: url, prefix };
}
